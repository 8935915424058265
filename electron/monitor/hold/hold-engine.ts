import {
  type HoldClock,
  type HoldOver,
  holdOver,
  isBackAfterLongEnough,
  type Moment,
} from '../../core/hold/hold-clock';
import { holdOf } from '../../core/hold/hold-view';
import { createInTurn } from '../../core/in-turn';
import { failure, type Outcome, success } from '../../core/outcome';
import type { Hold, HoldOwner } from '../../core/words/hold';
import type { SecuritySession } from '../../core/words/keychain';
import type { MacDoors } from '../../system/doors';
import type { Scheduler } from '../loop/scheduler';
import { beginHold, type FullRequest } from './hold-beginning';
import { noteLocked, resolveIn } from './hold-decision';
import { createHoldSlot } from './hold-slot';
import { type TakenUp, type TakeUp, takeUpHold } from './hold-taking-up';
import { createHoldWatch, type SeenHold } from './hold-watch';
import type { OwnHold } from './own-hold';

/** Why a hold ended by itself. */
export type EndedBecause = 'time' | 'clock-set-back' | 'back' | 'asked-elsewhere';

/**
 * The one hold there can be, as this process stands to it: keeping it, or seeing that another one does. Everything that
 * changes it runs one after the other.
 */
export interface HoldEngine {
  /** @param loginPath the login keychain's path */
  view(loginPath: string | null): Hold;
  /** Sentences about journals that nobody can read. */
  troubles(): readonly string[];
  /** Looks at the disk again, unless this process keeps the hold or is at it; changes nothing there. */
  refresh(): Promise<void>;
  /** @param signal calls it off while it waits: for its turn, or for the system's dialog. */
  start(request: FullRequest, signal: AbortSignal): Promise<Outcome<void>>;
  /** Ends the one that this process keeps, or takes over one that nobody keeps and ends it. */
  end(options: { readonly relock: boolean }): Promise<Outcome<void>>;
  /** Takes up what is left on the disk: goes on with it where that was wished, else puts everything back. */
  takeUp(): Promise<TakenUp>;
  resolve(keychainPath: string, decision: 'put-back' | 'leave'): Promise<Outcome<void>>;
  leaveOn(): Promise<Outcome<void>>;
  /** Whether it is to end now by itself. */
  dueEnd(): Promise<{ readonly because: EndedBecause; readonly relock: boolean } | null>;
  /** How long its time still is; `remainingMs: null` where no time ends it. */
  time(): HoldOver;
  /** Tries again what it could not put back. */
  tryAgain(): Promise<Outcome<void>>;
  screen(isLocked: boolean): void;
  own(): OwnHold | null;
  seen(): SeenHold;
  isBusy(): boolean;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export interface HoldEngineTools {
  readonly doors: MacDoors;
  readonly scheduler: Scheduler;
  readonly owner: HoldOwner;
  session(): SecuritySession;
}

export const createHoldEngine = (given: HoldEngineTools): HoldEngine => {
  const { doors } = given;
  const { holdJournal } = doors;
  const slot = createHoldSlot();
  const watch = createHoldWatch(holdJournal, slot);
  const tools = { ...given, slot, watch };
  const inTurn = createInTurn();
  let awaySince: Moment | null = null;
  let isBack = false;

  const now = (): Moment => ({ wallMs: doors.host.now(), monotonicMs: doors.monotonicNow() });
  const clock = (own: OwnHold): HoldClock => ({ ...own.times(), awaySince });
  const takeUp = (how: TakeUp) => {
    isBack = false;
    return takeUpHold(tools, how);
  };

  const begin = async (request: FullRequest, signal: AbortSignal): Promise<Outcome<void>> => {
    if (signal.aborted) return failure('aborted', 'It was called off. Nothing has changed.');
    isBack = false;
    return beginHold(tools, request, signal);
  };

  const time = (): HoldOver => {
    const own = slot.own();
    return own ? holdOver(clock(own), now()) : { isOver: false, remainingMs: null };
  };

  return {
    view(loginPath) {
      const at = doors.host.now();
      const own = slot.own();
      if (own?.journal().phase === 'entering') return { state: 'off' };
      if (own) return holdOf(own.journal(), { kind: 'own', problems: own.problems() }, loginPath, at);
      const seen = watch.seen();
      return seen ? holdOf(seen.journal, seen.standing, loginPath, at) : { state: 'off' };
    },
    troubles() {
      const trouble = watch.trouble();
      const setAsideTrouble = watch.setAsideTrouble();
      const noteTrouble = slot.own()?.noteTrouble() ?? null;
      return [
        ...(noteTrouble === null ? [] : [noteTrouble]),
        ...(trouble === null ? [] : [`What Keep Unlocked has to put back could not be read. ${trouble}`]),
        ...(setAsideTrouble === null
          ? []
          : [
              `Whether an unreadable note of an earlier Keep Unlocked is kept could not be looked up: ${setAsideTrouble}.`,
            ]),
        ...watch
          .setAside()
          .map(
            (path) => `It is kept as ${path}. Check the auto-lock settings of your keychains, then remove that file.`,
          ),
      ];
    },
    async refresh() {
      // Whoever is at it may be waiting for the very look that asks.
      if (!inTurn.isBusy()) await inTurn.run(watch.look);
    },
    start: (request, signal) => inTurn.run(() => begin(request, signal)),
    end: ({ relock }) =>
      inTurn.run(async () => {
        const own = slot.own();
        return own ? own.leave(relock ? 'always' : undefined) : outcomeOf(await takeUp({ mayGoOn: false, relock }));
      }),
    takeUp: () => inTurn.run(() => takeUp({ mayGoOn: true, relock: false })),
    resolve: (path, decision) =>
      inTurn.run(async () => {
        const taken = slot.own() ? null : await takeUp({ mayGoOn: false, relock: false });
        const own = slot.own();
        return own ? resolveIn(own, path, decision) : outcomeOf(taken ?? 'nothing');
      }),
    leaveOn: () =>
      inTurn.run(async () => {
        const own = slot.own();
        if (!own) return failure('no-hold', 'Keep Unlocked is off.');
        const written = await own.save({ ...own.journal(), goesOn: own.journal().phase === 'holding' });
        slot.letGo();
        holdJournal.release();
        return written;
      }),
    dueEnd: () =>
      inTurn.run(async () => {
        const own = slot.own();
        if (own?.journal().phase !== 'holding') return null;
        await own.keepNote();
        await noteLocked(doors, own);
        const asked = await holdJournal.takeEndRequest();
        if (asked) return { because: 'asked-elsewhere', relock: asked.relock };
        if (isBack) return { because: 'back', relock: false };
        const over = time();
        return over.isOver ? { because: over.because, relock: false } : null;
      }),
    time,
    tryAgain: () =>
      inTurn.run(async () => {
        const own = slot.own();
        if (own?.journal().phase !== 'restoring') return success(undefined);
        await own.keepNote();
        return own.tryAgain();
      }),
    screen(isLocked) {
      const own = slot.own();
      if (!isLocked && own && isBackAfterLongEnough(clock(own), now())) isBack = true;
      // Also where no hold is on: one may begin from afar while the screen is locked.
      awaySince = isLocked ? (awaySince ?? now()) : null;
    },
    own: slot.own,
    seen: watch.seen,
    isBusy: inTurn.isBusy,
    idle: inTurn.idle,
  };
};

const outcomeOf = (taken: TakenUp): Outcome<void> => {
  if (typeof taken === 'object') return taken;
  if (taken === 'elsewhere') return failure('hold-elsewhere', 'Another Latchkey keeps it unlocked.');
  return failure('no-hold', 'Keep Unlocked is off.');
};
