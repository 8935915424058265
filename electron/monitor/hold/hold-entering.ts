import { sameAutoLock } from '../../core/auto-lock/auto-lock';
import { heldSettings } from '../../core/hold/hold';
import type { HoldEntry, HoldJournal } from '../../core/hold/hold-journal';
import { failure, type Outcome, success } from '../../core/outcome';
import type { MacDoors } from '../../system/doors';
import { leashMs } from '../loop/leash';
import type { Scheduler } from '../loop/scheduler';
import { sightKeychain } from './hold-sight';

const lookAgainMs = 100;

/** What a keychain is like before a hold; it cannot be held where that is not known. */
export const entryOf = async (doors: MacDoors, path: string): Promise<Outcome<HoldEntry>> => {
  const { file, lock } = await sightKeychain(doors, path);
  if (lock.state === 'unknown') return failure('lock-state-unknown', `Nothing was changed. ${lock.reason}`);
  if (file.kind === 'missing') return failure('no-such-keychain', 'Nothing was changed. The keychain is gone.');
  if (file.kind === 'unreadable') return failure('settings-unknown', `Nothing was changed. ${file.reason}`);
  return success({
    path,
    signature: file.signature,
    before: file.settings,
    wasLocked: lock.state === 'locked',
    progress: 'untouched',
    lockedSince: false,
    decision: null,
  });
};

export interface Entering {
  readonly doors: MacDoors;
  readonly scheduler: Scheduler;
  /** Ends the waiting for the system's dialog. */
  readonly signal: AbortSignal;
  save(journal: HoldJournal): Promise<Outcome<void>>;
}

/**
 * Unlocks what is locked, writes down what will be changed, changes it and reads it back. Where it fails, what was done
 * stands in the last journal that it saved.
 */
export const enterHold = async (entering: Entering, begun: HoldJournal): Promise<Outcome<void>> => {
  const { doors, save } = entering;
  for (const entry of begun.keychains) {
    if (!entry.wasLocked) continue;
    const unlocked = await unlock(entering, entry.path);
    if (!unlocked.ok) return unlocked;
  }
  const keychains: HoldEntry[] = [];
  for (const { path, wasLocked } of begun.keychains) {
    // The dialog may have stood for minutes.
    const entry = await entryOf(doors, path);
    if (!entry.ok) return entry;
    if (entry.value.wasLocked)
      return failure('locked', 'The keychain was locked again meanwhile. Nothing was changed.');
    keychains.push({ ...entry.value, wasLocked, progress: 'held' });
  }
  const touched: HoldJournal = { ...begun, keychains };
  const noted = await save(touched);
  if (!noted.ok) return noted;
  for (const { path } of keychains) {
    const held = await hold(doors, path);
    if (!held.ok) return held;
  }
  return save({ ...touched, phase: 'holding' });
};

const unlock = async ({ doors, scheduler, signal }: Entering, path: string): Promise<Outcome<void>> => {
  const answered = await doors.security.unlockWithSystemDialog(path, signal);
  if (!answered.ok) return answered;
  for (let waitedMs = 0; waitedMs <= leashMs; waitedMs += lookAgainMs) {
    if ((await doors.lock.read(path)).state === 'unlocked') return success(undefined);
    await new Promise<void>((resume) => scheduler.after(lookAgainMs, resume));
  }
  return failure('not-as-expected', 'The dialog has ended, and the keychain is still locked.');
};

const hold = async (doors: MacDoors, path: string): Promise<Outcome<void>> => {
  const written = await doors.security.setAutoLock(path, heldSettings);
  if (!written.ok) return written;
  const { file, inForce } = await sightKeychain(doors, path);
  const isHeld = file.kind === 'keychain' && sameAutoLock(file.settings, heldSettings);
  if (isHeld && sameAutoLock(inForce ?? heldSettings, heldSettings)) return success(undefined);
  return failure('not-as-expected', 'The settings were written, but macOS shows other ones. They are put back.');
};
