import type { EndDateOwner } from '../../core/credentials/entered-end-dates';
import { failure, type Outcome } from '../../core/outcome';
import { everything } from '../../core/words/pending';
import type { HoldMonitor } from '../hold/hold';
import type { HoldActions } from '../hold/hold-actions';
import type { Credentials } from '../look/credentials';
import { createActionRunner, type RunnerTools } from '../loop/action-runner';
import { type AppAccessActions, createAppAccessActions } from './app-access-action';
import { type AutoLockActions, createAutoLockActions } from './auto-lock-actions';
import { createRemoteActions, type RemoteActions } from './remote-actions';
import { createShellActions, type ShellActions } from './shell-actions';

/** What a click can do. Each tells its result through the published state and also returns it, for the command line. */
export interface Actions extends AutoLockActions, RemoteActions, ShellActions, HoldActions, AppAccessActions {
  unlock(keychainPath: string): Promise<Outcome<void>>;
  /** Ends the waiting for the system's dialog, and the dialog with it; also for that of a hold that begins. */
  cancelUnlock(): void;
  /** Ends a hold on it first, so that its settings are put back while it is unlocked. */
  lock(keychainPath: string): Promise<Outcome<void>>;
  lockAll(): Promise<Outcome<void>>;
  readExpiry(tool: string): Promise<Outcome<void>>;
  /** Keeps the day (YYYY-MM-DD) that a token of the snapshot ends on, or with null forgets it. */
  setEndDate(owner: EndDateOwner, endsOn: string | null): Promise<Outcome<void>>;
}

interface ActionTools extends RunnerTools {
  readonly credentials: Credentials;
  readonly hold: HoldMonitor;
  /** Also at the remote sessions, whether it is their time or not. */
  lookAtSessions(): Promise<void>;
}

export const createActions = (tools: ActionTools): Actions => {
  const { doors, credentials, keeper, hold } = tools;
  const { run } = createActionRunner(tools);
  let unlocking: AbortController | null = null;

  const keychain = (path: string) => keeper.state().snapshot?.keychains.find((one) => one.path === path);
  const isIn = (path: string, state: 'locked' | 'unlocked') => () => keychain(path)?.lock.state === state;

  return {
    ...createRemoteActions({ ...tools, lookNow: tools.lookAtSessions }),
    ...createShellActions(tools),
    ...hold.actions,
    ...createAutoLockActions({ doors, keeper, hold, run }),
    ...createAppAccessActions(tools),
    async unlock(path) {
      if (unlocking) return failure('busy', "The system's dialog is already open.");
      const abort = new AbortController();
      unlocking = abort;
      const outcome = await run({
        kind: 'unlock',
        target: { kind: 'keychain', path },
        act: () => doors.security.unlockWithSystemDialog(path, abort.signal),
        expects: {
          isThere: isIn(path, 'unlocked'),
          otherwise: 'The dialog has ended, and the keychain is still locked.',
        },
      });
      unlocking = null;
      return outcome;
    },
    cancelUnlock() {
      unlocking?.abort();
      hold.cancelUnlock();
    },
    lock: (path) =>
      run({
        kind: 'lock',
        target: { kind: 'keychain', path },
        async act() {
          await hold.endBeforeLock(path);
          return doors.security.lock(path);
        },
        expects: {
          isThere: isIn(path, 'locked'),
          otherwise: 'The keychain was told to lock, and is still unlocked.',
        },
      }),
    lockAll: () =>
      run({
        kind: 'lock',
        target: everything,
        async act() {
          await hold.endBeforeLock(null);
          return doors.security.lockAll();
        },
        expects: {
          isThere: () => keeper.state().snapshot?.keychains.every(({ lock }) => lock.state !== 'unlocked') ?? false,
          otherwise: 'All keychains were told to lock, and one is still unlocked.',
        },
      }),
    readExpiry: (tool) =>
      run({ kind: 'read-expiry', target: { kind: 'login', tool }, act: () => credentials.readExpiry(tool) }),
    setEndDate: (owner, endsOn) =>
      run({
        kind: 'set-end-date',
        target: { kind: 'login', tool: owner.tool, account: owner.account },
        act: () => credentials.setEndDate(owner, endsOn),
      }),
  };
};
