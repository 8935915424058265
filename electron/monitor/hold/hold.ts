import { checkHoldRequest, type HoldRequest } from '../../core/hold/hold-request';
import { failure, type Outcome } from '../../core/outcome';
import { sessionOfHost } from '../../core/sessions/vantage';
import { isPending } from '../../core/state/pending-actions';
import type { Readings } from '../../core/state/readings';
import { isoTime } from '../../core/time/outside-numbers';
import type { HoldOwner } from '../../core/words/hold';
import { loginKeychain } from '../../core/words/login-keychain';
import { everything, type Notice } from '../../core/words/pending';
import type { MacDoors } from '../../system/doors';
import { createActionRunner } from '../loop/action-runner';
import { untilExpected } from '../loop/leash';
import type { Scheduler } from '../loop/scheduler';
import type { StateKeeper } from '../loop/state-keeper';
import type { HoldActions } from './hold-actions';
import { askForEnd, keychainsMeant, targetOf } from './hold-asking';
import { createHoldEngine, type EndedBecause } from './hold-engine';

/** The hold's part of the monitor. */
export interface HoldMonitor {
  readonly actions: HoldActions;
  /** What a look has to say of it. */
  read(): Promise<Pick<Readings, 'hold' | 'holdJournalTroubles'>>;
  /** After each look: ends what is over, tries again what waits, takes up what nobody keeps. */
  afterLook(): void;
  screen(isLocked: boolean): void;
  /** Calls off every hold that was asked for and has not begun: also one that waits behind another one's dialog. */
  cancelUnlock(): void;
  /** Why a keychain's settings cannot be changed during a hold; null when they can. */
  whyFixed(keychainPath: string): Promise<string | null>;
  /** A lock by hand ends the hold first: settings are put back while they can be. @param keychainPath null: all */
  endBeforeLock(keychainPath: string | null): Promise<void>;
  /** Resolves when what the last look has led to is done. */
  settled(): Promise<void>;
  /** Resolves when nothing is under way; no hold begins from now on. */
  stop(): Promise<void>;
}

export interface HoldMonitorTools {
  readonly doors: MacDoors;
  readonly scheduler: Scheduler;
  readonly keeper: StateKeeper;
  readonly owner: HoldOwner;
  lookNow(): Promise<void>;
}

/** Another process asks for a hold's end through a file, which is looked for so often. */
const commandLineBeatMs = 1000;
/** A timer can wait for 24 days, and a Mac's sleep does not count. */
const longestTimerMs = 3_600_000;

export const createHoldMonitor = ({ doors, scheduler, keeper, owner, lookNow }: HoldMonitorTools): HoldMonitor => {
  const session = () => {
    const host = keeper.state().snapshot?.host;
    return host ? sessionOfHost(host) : 'desktop';
  };
  const engine = createHoldEngine({ doors, scheduler, owner, session });
  const { run } = createActionRunner({ doors, scheduler, keeper, lookNow });
  let cancelTimer = () => {};
  let isStopped = false;
  let isFirst = true;
  let beating: Promise<void> | null = null;
  let isDueAgain = false;
  /** Of each hold that was asked for and is not on yet, from the click on. */
  const beginnings = new Map<AbortController, Promise<unknown>>();

  const callOffBeginnings = () => {
    for (const abort of beginnings.keys()) abort.abort();
  };

  const tell = (kind: Notice['kind'], code: string, sentence: string) =>
    keeper.update({ notice: { kind, code, sentence, at: isoTime(doors.host.now()) } });

  const endNow = (act: () => Promise<Outcome<void>>) => run({ kind: 'end-hold', target: everything, act });

  const endBy = async (because: EndedBecause, relock: boolean) => {
    const ended = await endNow(() => engine.end({ relock }));
    if (ended.ok && because === 'clock-set-back')
      tell(
        'done',
        'done',
        'The clock was set back, so Keep Unlocked has ended after its full length. The settings are what they were before.',
      );
  };

  const takeUp = async () => {
    const before = engine.troubles().join();
    const taken = await engine.takeUp();
    if (engine.troubles().join() !== before) await lookNow();
    if (taken === 'nothing' || taken === 'elsewhere') return;
    if (taken === 'goes-on') return lookNow();
    if (!taken.ok && taken.code === 'wrong-session') return;
    await lookNow();
    if (taken.ok)
      tell(
        'done',
        'hold-put-back',
        'Keep Unlocked was cut short and left its settings behind. They are what they were before.',
      );
    else tell('failed', taken.code, taken.reason);
  };

  const beat = async (): Promise<void> => {
    const own = engine.own();
    if (own?.journal().phase === 'holding') {
      const due = await engine.dueEnd();
      if (due) await endBy(due.because, due.relock);
    } else if (own?.journal().phase === 'restoring') {
      const before = JSON.stringify(own.problems());
      const again = await engine.tryAgain();
      if (!again.ok && JSON.stringify(own.problems()) === before) return;
      await lookNow();
      if (again.ok) tell('done', 'done', 'Keep Unlocked has ended, and the settings are what they were before.');
    } else if (owner === 'app' && (isFirst || engine.seen()?.standing.kind === 'left')) {
      isFirst = false;
      await takeUp();
    }
  };

  /** What a look has found while it was at it may want another one. */
  const beatUntilQuiet = async () => {
    do {
      isDueAgain = false;
      await beat();
    } while (isDueAgain);
  };

  const arm = () => {
    cancelTimer();
    const own = engine.own();
    // What was under way when it was stopped comes to its end, and nothing after it.
    if (!own || isStopped) return;
    const over = engine.time();
    const remainingMs = own.journal().phase === 'holding' && !over.isOver ? over.remainingMs : null;
    const beatMs = owner === 'command-line' ? commandLineBeatMs : longestTimerMs;
    cancelTimer = scheduler.after(Math.max(1, Math.min(remainingMs ?? beatMs, beatMs)), afterLook);
  };

  const afterLook = () => {
    isDueAgain = beating !== null;
    if (beating || engine.isBusy()) return;
    beating = beatUntilQuiet()
      .catch(() => undefined)
      .finally(() => {
        beating = null;
        arm();
      });
  };

  const isHeld = (path: string | null): boolean => {
    const journal = engine.own()?.journal() ?? engine.seen()?.journal;
    return journal?.phase === 'holding' && (path === null || journal.keychains.some((one) => one.path === path));
  };

  const start = (request: HoldRequest, mayAsk: boolean) =>
    run({
      kind: 'start-hold',
      target: targetOf(request, keeper.state().snapshot?.keychains ?? []),
      act() {
        const abort = new AbortController();
        const begun = begin(request, mayAsk, abort.signal).finally(() => beginnings.delete(abort));
        beginnings.set(
          abort,
          begun.catch(() => undefined),
        );
        return begun;
      },
      expects: {
        isThere: () => keeper.state().snapshot?.hold.state === 'on',
        otherwise: 'The settings were changed, but Keep Unlocked is not shown.',
      },
    });

  const begin = async (request: HoldRequest, mayAsk: boolean, signal: AbortSignal): Promise<Outcome<void>> => {
    if (isStopped) return failure('stopping', 'Latchkey is quitting. Nothing was changed.');
    const checked = checkHoldRequest(request, doors.host.now());
    if (!checked.ok) return checked;
    // What a hold notes as the user's settings must not be on its way to become others: it waits for that a while.
    const isUnchanging = () => signal.aborted || !isPending(keeper.state().pending, 'set-auto-lock');
    if (!(await untilExpected(scheduler, async () => {}, isUnchanging)))
      return failure('busy', 'The auto-lock settings are just being changed. Try again in a moment.');
    if (!keeper.state().snapshot) await lookNow();
    const keychainPaths = keychainsMeant(request, keeper.state().snapshot?.keychains ?? []);
    if (!keychainPaths.ok) return keychainPaths;
    const started = await engine.start({ ...request, keychainPaths: keychainPaths.value, mayAsk }, signal);
    arm();
    return started;
  };

  const actions: HoldActions = {
    startHold: (request) => start(request, true),
    startHoldOfUnlocked: (request) => start(request, false),
    endHold: ({ relock = false } = {}) =>
      endNow(async () => {
        callOffBeginnings();
        const ended = await engine.end({ relock });
        return !ended.ok && ended.code === 'hold-elsewhere' ? askForEnd({ doors, scheduler, engine }, relock) : ended;
      }),
    resolveHoldConflict: (path, decision) => endNow(() => engine.resolve(path, decision)),
    leaveHoldOn: () => {
      callOffBeginnings();
      cancelTimer();
      return engine.leaveOn();
    },
    async readHold() {
      await lookNow();
    },
  };

  return {
    actions,
    async read() {
      await engine.refresh();
      const keychains = keeper.state().snapshot?.keychains ?? [];
      const hold = engine.view(loginKeychain(keychains)?.path ?? null);
      const holdJournalTroubles = engine.troubles();
      return { hold, ...(holdJournalTroubles.length === 0 ? {} : { holdJournalTroubles }) };
    },
    afterLook,
    screen: engine.screen,
    cancelUnlock: callOffBeginnings,
    async whyFixed(path) {
      await engine.refresh();
      const journal = engine.own()?.journal() ?? engine.seen()?.journal;
      const isFixed = journal?.keychains.some((one) => one.path === path && one.progress !== 'done') ?? false;
      return isFixed
        ? 'Keep Unlocked has set this keychain’s settings aside until it ends. End it first: they are put back, and can be changed then.'
        : null;
    },
    async endBeforeLock(path) {
      await engine.refresh();
      if (isHeld(path)) await actions.endHold();
    },
    settled: async () => {
      await beating;
    },
    async stop() {
      isStopped = true;
      cancelTimer();
      callOffBeginnings();
      await Promise.all([beating, ...beginnings.values(), engine.idle()]);
    },
  };
};
