import { failure, success } from '../../../electron/core/outcome';
import type { AutoLock } from '../../../electron/core/words/keychain';
import type { LockReading } from '../../../electron/core/words/reading';
import type { MacDoors } from '../../../electron/system/doors';
import type { SecurityOutcome } from '../../../electron/system/keychain/security';
import { desktop } from '../world/keychains';
import { loginPath, workPath } from '../world/paths';
import type { Dialog, World } from '../world/world';
import { type Asker, ask } from './asking';

type KeychainDoors = Pick<MacDoors, 'lock' | 'autoLock' | 'security' | 'readKeychainFile' | 'listKeychainFiles'>;

/** The keychains as the desktop's session finds them, and the one dialog that there is. */
export const keychainDoors = (world: World, asker: Asker, rest: MacDoors['security']): KeychainDoors => {
  const { keychains, ledger } = world;
  const listed = <Value>(kind: string, answer: () => SecurityOutcome<Value>) =>
    ask(world, asker, 'list', kind, answer, (reason) => failure('timed-out', reason));
  const lockState = (path: string): LockReading =>
    keychains.find(path).isThere
      ? { state: keychains.isUnlocked(path, desktop) ? 'unlocked' : 'locked' }
      : { state: 'unknown', reason: 'There is no such keychain.' };
  return {
    lock: {
      means: 'framework',
      async read(path) {
        const fault = world.faults.of('lock');
        if (fault === 'throws') throw new TypeError('The framework is broken.');
        return fault === 'none' ? lockState(path) : { state: 'unknown', reason: 'The framework did not answer.' };
      },
    },
    autoLock: {
      async read(path, lock): Promise<AutoLock> {
        const { isThere, stored } = keychains.find(path);
        if (!isThere) return { source: 'unknown', reason: 'There is no such keychain.' };
        // Only what is known to be unlocked is asked: another one would be unlocked by that.
        const isAsked = lock.state === 'unlocked' && keychains.isUnlocked(path, desktop);
        return isAsked ? { ...keychains.settingsOf(path, desktop), source: 'session' } : { ...stored, source: 'file' };
      },
    },
    security: {
      ...rest,
      listKeychains: () =>
        listed('the search list', () => success(world.isWorkListed ? [loginPath, workPath] : [loginPath])),
      defaultKeychain: () => listed('the default keychain', () => success(loginPath)),
      loginKeychain: () => listed('the login keychain', () => success(loginPath)),
      unlockWithSystemDialog(path, signal) {
        if (!signal.aborted) ledger.dialog(path);
        return dialog(world, asker, path, signal);
      },
      async lock(path) {
        ledger.locks(path);
        keychains.lock(path, desktop);
        return success(undefined);
      },
      async lockAll() {
        for (const { path } of keychains.all) {
          ledger.locks(path);
          keychains.lock(path, desktop);
        }
        return success(undefined);
      },
      setAutoLock: (path, settings) =>
        ask<SecurityOutcome>(
          ...([world, asker, 'settings-write', `the settings of ${path}`] as const),
          () => {
            // macOS would ask for the password.
            if (!keychains.isUnlocked(path, desktop)) return failure('interaction-not-allowed', 'It is locked.');
            ledger.writes(path, settings);
            keychains.change(path, desktop, settings);
            return success(undefined);
          },
          (reason) => failure('timed-out', reason),
        ),
    },
    async readKeychainFile(path) {
      const keychain = keychains.all.find((one) => one.path === path);
      if (!keychain?.isThere) return { kind: 'missing' };
      return { kind: 'keychain', settings: keychain.stored, signature: keychain.signature };
    },
    listKeychainFiles: () =>
      Promise.resolve({
        kind: 'names' as const,
        isCut: false,
        names: keychains.all.filter(({ isThere }) => isThere).map(({ path }) => path),
      }),
  };
};

const dialog = (world: World, asker: Asker, path: string, signal: AbortSignal): Promise<SecurityOutcome> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve(failure('aborted', 'It was called off. Nothing has changed.'));
    const close = (outcome: SecurityOutcome) => {
      world.dialogs = world.dialogs.filter((one) => one !== open);
      if (!asker.isDead) resolve(outcome);
    };
    const open: Dialog = {
      path,
      answer(kind) {
        if (kind === 'right') world.keychains.unlock(path, desktop);
        close(
          kind === 'right'
            ? success(undefined)
            : kind === 'wrong'
              ? failure('wrong-password', 'The password was wrong three times.')
              : failure('cancelled', 'Cancelled.'),
        );
      },
    };
    world.dialogs = [...world.dialogs, open];
    return signal.addEventListener('abort', () => close(failure('aborted', 'Cancelled.')));
  });
