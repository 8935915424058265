import { sameAutoLock } from '../../../electron/core/auto-lock/auto-lock';
import { heldSettings } from '../../../electron/core/hold/hold';
import type { AutoLockSettings } from '../../../electron/core/words/keychain';

/** A click whose action has not ended yet. */
export interface Click {
  readonly kind: 'unlock' | 'lock' | 'set-auto-lock' | 'start-hold' | 'end-hold' | 'other';
  /** The keychains that it is about. */
  readonly paths: readonly string[];
  readonly settings?: AutoLockSettings;
}

/**
 * What the user has asked for, and what he would find his settings to be: everything that Latchkey does to a keychain must
 * follow from it. `complaints` says what did not.
 */
export interface Ledger {
  readonly complaints: string[];
  begin(click: Click): () => void;
  /** No click of a process that has died goes on. */
  forgetClicks(): void;
  hasClick(kind: Click['kind']): boolean;
  /** The app was told to come to its end: nothing may begin that has not begun, until its clicks are forgotten. */
  toldToStop(): void;
  /** A dialog is raised. */
  dialog(path: string): void;
  /** Latchkey locks a keychain. */
  locks(path: string): void;
  /** Latchkey writes a keychain's settings. */
  writes(path: string, settings: AutoLockSettings): void;
  /** Somebody else has written them. */
  othersWrote(path: string, settings: AutoLockSettings): void;
  /** Another keychain lies at the path, with settings of its own. */
  othersCreated(path: string, settings: AutoLockSettings): void;
  decides(path: string, decision: 'put-back' | 'leave'): void;
  wishFor(path: string): AutoLockSettings | undefined;
  /** Nothing is held any more. */
  holdIsOver(): void;
}

export const createLedger = (wishes: readonly (readonly [path: string, settings: AutoLockSettings])[]): Ledger => {
  const complaints: string[] = [];
  const clicks = new Set<Click>();
  const wished = new Map(wishes);
  const beforeHold = new Map<string, AutoLockSettings>();
  const decided = new Map<string, 'put-back' | 'leave'>();
  let isHeldOrWas = false;
  let isStopping = false;
  const underWay = (kind: Click['kind'], path: string) =>
    [...clicks].find((click) => click.kind === kind && click.paths.includes(path));
  return {
    complaints,
    begin(click) {
      clicks.add(click);
      return () => clicks.delete(click);
    },
    forgetClicks() {
      clicks.clear();
      isStopping = false;
    },
    toldToStop() {
      isStopping = true;
    },
    hasClick: (kind) => [...clicks].some((click) => click.kind === kind),
    dialog(path) {
      if (isStopping) complaints.push(`A dialog for ${path} after the app was told to end.`);
      if (!underWay('unlock', path) && !underWay('start-hold', path))
        complaints.push(`A dialog for ${path} that nobody has asked for.`);
      // What a hold has unlocked it may lock again, also where nothing else has come of it.
      if (underWay('start-hold', path)) isHeldOrWas = true;
    },
    locks(path) {
      // A hold that does not come about locks again what was unlocked for it.
      if (!underWay('lock', path) && !underWay('start-hold', path) && !isHeldOrWas)
        complaints.push(`${path} was locked, and nobody has asked for it.`);
    },
    writes(path, settings) {
      const click = underWay('set-auto-lock', path);
      if (click?.settings && sameAutoLock(click.settings, settings)) wished.set(path, settings);
      else if (underWay('start-hold', path) && sameAutoLock(settings, heldSettings)) {
        isHeldOrWas = true;
        if (!beforeHold.has(path)) beforeHold.set(path, wished.get(path) ?? settings);
      } else if (!isBack(path, settings)) complaints.push(`${path} was given ${JSON.stringify(settings)} unasked.`);
    },
    othersWrote(path, settings) {
      const before = beforeHold.get(path);
      const isTheHolds = before !== undefined && sameAutoLock(settings, heldSettings);
      wished.set(path, before !== undefined && (isTheHolds || decided.get(path) === 'put-back') ? before : settings);
    },
    othersCreated(path, settings) {
      if (decided.get(path) !== 'put-back') wished.set(path, settings);
    },
    decides(path, decision) {
      decided.set(path, decision);
      const before = beforeHold.get(path);
      if (decision === 'put-back' && before) wished.set(path, before);
    },
    wishFor: (path) => wished.get(path),
    holdIsOver() {
      isHeldOrWas = false;
      beforeHold.clear();
      decided.clear();
    },
  };

  function isBack(path: string, settings: AutoLockSettings): boolean {
    const wish = wished.get(path);
    return isHeldOrWas && wish !== undefined && sameAutoLock(wish, settings);
  }
};
