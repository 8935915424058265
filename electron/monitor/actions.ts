import type { EndDateOwner } from '../core/entered-end-dates';
import { failure, type Outcome } from '../core/outcome';
import type { MacDoors } from '../system/doors';
import { createActionRunner } from './action-runner';
import { type AppAccessActions, createAppAccessActions } from './app-access-action';
import { type AutoLockActions, createAutoLockActions } from './auto-lock-actions';
import type { Credentials } from './credentials';
import type { HoldMonitor } from './hold';
import type { HoldActions } from './hold-actions';
import { createRemoteActions, type RemoteActions } from './remote-actions';
import type { Scheduler } from './scheduler';
import { createShellActions, type ShellActions } from './shell-actions';
import type { StateKeeper } from './state-keeper';

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

interface ActionTools {
  readonly doors: MacDoors;
  readonly credentials: Credentials;
  readonly scheduler: Scheduler;
  readonly keeper: StateKeeper;
  readonly hold: HoldMonitor;
  lookNow(): Promise<void>;
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
    ...createRemoteActions(tools),
    ...createShellActions(tools),
    ...hold.actions,
    ...createAutoLockActions({ doors, keeper, hold, run }),
    ...createAppAccessActions(tools),
    async unlock(path) {
      if (unlocking) return failure('busy', "The system's dialog is already open.");
      const abort = new AbortController();
      unlocking = abort;
      const act = () => doors.security.unlockWithSystemDialog(path, abort.signal);
      const outcome = await run(
        'unlock',
        path,
        act,
        isIn(path, 'unlocked'),
        'The dialog has ended, and the keychain is still locked.',
      );
      unlocking = null;
      return outcome;
    },
    cancelUnlock() {
      unlocking?.abort();
      hold.cancelUnlock();
    },
    lock: (path) =>
      run(
        'lock',
        path,
        async () => {
          await hold.endBeforeLock(path);
          return doors.security.lock(path);
        },
        isIn(path, 'locked'),
        'The keychain was told to lock, and is still unlocked.',
      ),
    lockAll: () =>
      run(
        'lock',
        '*',
        async () => {
          await hold.endBeforeLock(null);
          return doors.security.lockAll();
        },
        () => keeper.state().snapshot?.keychains.every(({ lock }) => lock.state !== 'unlocked') ?? false,
        'All keychains were told to lock, and one is still unlocked.',
      ),
    readExpiry: (tool) =>
      run(
        'read-expiry',
        tool,
        () => credentials.readExpiry(tool),
        () => true,
        '',
      ),
    setEndDate: (owner, endsOn) =>
      run(
        'set-end-date',
        JSON.stringify([owner.tool, owner.account]),
        () => credentials.setEndDate(owner, endsOn),
        () => true,
        '',
      ),
  };
};
