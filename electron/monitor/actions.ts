import type { EndDateOwner } from '../core/entered-end-dates';
import { failure, type Outcome, success } from '../core/outcome';
import type { AutoLockSettings } from '../core/snapshot';
import type { MacDoors } from '../system/doors';
import { createActionRunner } from './action-runner';
import { type AppAccessActions, createAppAccessActions } from './app-access-action';
import { changeAutoLock } from './auto-lock-change';
import type { Credentials } from './credentials';
import { createRemoteActions, type RemoteActions } from './remote-actions';
import type { Scheduler } from './scheduler';
import { createShellActions, type ShellActions } from './shell-actions';
import type { StateKeeper } from './state-keeper';

/** What a click can do. Each tells its result through the published state and also returns it, for the command line. */
export interface Actions extends RemoteActions, ShellActions, AppAccessActions {
  unlock(keychainPath: string): Promise<Outcome<void>>;
  /** Ends the waiting for the system's dialog, and the dialog with it. */
  cancelUnlock(): void;
  lock(keychainPath: string): Promise<Outcome<void>>;
  lockAll(): Promise<Outcome<void>>;
  setAutoLock(keychainPath: string, settings: AutoLockSettings): Promise<Outcome<void>>;
  /** Takes the last change of the auto-lock settings back. */
  undoAutoLock(): Promise<Outcome<void>>;
  readExpiry(tool: string): Promise<Outcome<void>>;
  /** Keeps the day (YYYY-MM-DD) that a token of the snapshot ends on, or with null forgets it. */
  setEndDate(owner: EndDateOwner, endsOn: string | null): Promise<Outcome<void>>;
}

interface ActionTools {
  readonly doors: MacDoors;
  readonly credentials: Credentials;
  readonly scheduler: Scheduler;
  readonly keeper: StateKeeper;
  lookNow(): Promise<void>;
  /** Also at the remote sessions, whether it is their time or not. */
  lookAtSessions(): Promise<void>;
}

export const createActions = (tools: ActionTools): Actions => {
  const { doors, credentials, keeper } = tools;
  const { run } = createActionRunner(tools);
  let unlocking: AbortController | null = null;

  const keychain = (path: string) => keeper.state().snapshot?.keychains.find((one) => one.path === path);
  const isIn = (path: string, state: 'locked' | 'unlocked') => () => keychain(path)?.lock.state === state;

  const actions: Actions = {
    ...createRemoteActions(tools),
    ...createShellActions(tools),
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
    },
    lock: (path) =>
      run(
        'lock',
        path,
        () => doors.security.lock(path),
        isIn(path, 'locked'),
        'The keychain was told to lock, and is still unlocked.',
      ),
    lockAll: () =>
      run(
        'lock',
        '*',
        () => doors.security.lockAll(),
        () => keeper.state().snapshot?.keychains.every(({ lock }) => lock.state !== 'unlocked') ?? false,
        'All keychains were told to lock, and one is still unlocked.',
      ),
    async setAutoLock(path, settings) {
      let undo: AutoLockSettings | null = null;
      const act = async () => {
        const changed = await changeAutoLock(doors, path, settings);
        if (!changed.ok) return changed;
        undo = changed.value.before;
        return success(undefined);
      };
      const outcome = await run('set-auto-lock', path, act, () => true, '');
      if (outcome.ok && undo) {
        keeper.update({
          undo: { keychainPath: path, restores: undo, changedAt: new Date(doors.host.now()).toISOString() },
        });
      }
      return outcome;
    },
    async undoAutoLock() {
      const { undo } = keeper.state();
      if (!undo) return failure('nothing-to-undo', 'There is no change to take back.');
      const outcome = await actions.setAutoLock(undo.keychainPath, undo.restores);
      if (outcome.ok) keeper.update({ undo: null });
      return outcome;
    },
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
  return actions;
};
