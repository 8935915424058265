import { currentUndos, withoutUndo, withUndo } from '../../core/auto-lock/undo-offers';
import { failure, type Outcome, success } from '../../core/outcome';
import { isoTime } from '../../core/time/outside-numbers';
import type { AutoLockSettings } from '../../core/words/keychain';
import type { MacDoors } from '../../system/doors';
import type { HoldMonitor } from '../hold/hold';
import type { ActionRunner } from '../loop/action-runner';
import type { StateKeeper } from '../loop/state-keeper';
import { changeAutoLock } from './auto-lock-change';

export interface AutoLockActions {
  setAutoLock(keychainPath: string, settings: AutoLockSettings): Promise<Outcome<void>>;
  /** Takes the last change of this keychain's auto-lock back, for a day after it was made. */
  undoAutoLock(keychainPath: string): Promise<Outcome<void>>;
  /** Reads what can be taken back from the last time that Latchkey ran. */
  readUndos(): Promise<void>;
}

interface AutoLockTools {
  readonly doors: MacDoors;
  readonly keeper: StateKeeper;
  readonly hold: Pick<HoldMonitor, 'whyFixed'>;
  readonly run: ActionRunner['run'];
}

export const createAutoLockActions = ({ doors, keeper, hold, run }: AutoLockTools): AutoLockActions => {
  const keep = async (undos: ReturnType<typeof withoutUndo>): Promise<void> => {
    keeper.update({ undos });
    await doors.autoLockUndo.write(undos);
  };

  const actions: AutoLockActions = {
    async setAutoLock(path, settings) {
      let before: AutoLockSettings | null = null;
      const act = async () => {
        const fixed = await hold.whyFixed(path);
        if (fixed !== null) return failure('hold-is-on', fixed);
        const changed = await changeAutoLock(doors, path, settings);
        if (!changed.ok) return changed;
        before = changed.value.before;
        return success(undefined);
      };
      const outcome = await run({ kind: 'set-auto-lock', target: { kind: 'keychain', path }, act });
      if (outcome.ok && before) {
        const now = doors.host.now();
        const offer = { keychainPath: path, restores: before, changedAt: isoTime(now) };
        await keep(withUndo(keeper.state().undos, offer, now));
      }
      return outcome;
    },
    async undoAutoLock(path) {
      const undo = currentUndos(keeper.state().undos, doors.host.now()).find((one) => one.keychainPath === path);
      if (!undo) return failure('nothing-to-undo', 'There is no change to take back.');
      const outcome = await actions.setAutoLock(path, undo.restores);
      if (outcome.ok) await keep(withoutUndo(keeper.state().undos, path));
      return outcome;
    },
    async readUndos() {
      keeper.update({ undos: currentUndos(await doors.autoLockUndo.read(), doors.host.now()) });
    },
  };
  return actions;
};
