import { problemWith, sameAutoLock } from '../../core/auto-lock/auto-lock';
import { failure, type Outcome, success } from '../../core/outcome';
import type { AutoLockSettings } from '../../core/words/keychain';
import type { MacDoors } from '../../system/doors';

/**
 * Writes both auto-lock settings and reads them back.
 *
 * A locked keychain is not touched: macOS would ask for the password first, and the click did not ask for that.
 *
 * @returns the settings that were in force before, for the undo.
 */
export const changeAutoLock = async (
  doors: MacDoors,
  path: string,
  settings: AutoLockSettings,
): Promise<Outcome<{ readonly before: AutoLockSettings }>> => {
  const problem = problemWith(settings);
  if (problem) return failure(problem.code, problem.sentence);
  const lock = await doors.lock.read(path);
  if (lock.state === 'locked')
    return failure('locked', 'Unlock the keychain first: macOS cannot change the settings of a locked one.');
  if (lock.state === 'unknown') return failure('lock-state-unknown', `Nothing was changed. ${lock.reason}`);
  const before = await doors.autoLock.read(path, lock);
  if (before.source === 'unknown') return failure('settings-unknown', `Nothing was changed. ${before.reason}`);
  const written = await doors.security.setAutoLock(path, settings);
  if (!written.ok) return written;
  const after = await doors.autoLock.read(path, await doors.lock.read(path));
  if (after.source === 'unknown')
    return failure('not-read-back', `The settings were written but could not be read back. ${after.reason}`);
  if (!sameAutoLock(after, settings))
    return failure('not-as-expected', 'The settings were written, but macOS shows other ones.');
  return success({ before: { lockOnSleep: before.lockOnSleep, idleTimeoutSeconds: before.idleTimeoutSeconds } });
};
