import type { LockState } from '../words/keychain';
import type { Doer, HistoryEvent, LockCause, SessionEvent } from './history-event';

/** Milliseconds since 1970; `to` is Infinity where it goes on. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

/** What was seen of the keychain. `not-watched`: Latchkey did not run, or kept no history. */
export interface SeenState {
  readonly state: LockState | 'not-watched';
  /** Why the state began. */
  readonly cause: LockCause;
  readonly by: Doer;
}

type StateSpan = OpenSpan & SeenState;

export interface KeychainTimeline {
  /** Without gaps, from the beginning of time to Infinity. */
  readonly states: readonly StateSpan[];
  readonly sleeps: readonly OpenSpan[];
  readonly holds: readonly OpenSpan[];
  readonly sessions: readonly (OpenSpan & { readonly event: SessionEvent })[];
}

/**
 * Puts a keychain's states, and what lay beside them, in a row.
 *
 * @param events in order of time.
 * @param watchedUntilMs what is open at the end is known to have held so long.
 */
export const keychainTimeline = (
  events: readonly HistoryEvent[],
  keychainPath: string,
  watchedUntilMs: number,
): KeychainTimeline => {
  const row = createRow();
  for (const event of events) {
    const at = Date.parse(event.at);
    switch (event.kind) {
      case 'app-started':
        // Without a word of its end: after its last line nobody watched.
        row.endWatch(row.lastAt());
        break;
      case 'app-stopped':
        row.endWatch(at);
        break;
      case 'lock-state':
        if (event.keychainPath !== keychainPath) break;
        // Found again as it was: what is known of its cause stays known.
        if (event.found === 'carried-over' && row.state().state === event.state) break;
        row.setState(event.cause === 'sleep' ? row.lastSleepBefore(at) : at, event);
        break;
      case 'truncated':
        row.loseSight(at);
        break;
      case 'sleep':
        row.sleeps.open('sleep', at, null);
        break;
      case 'wake':
        row.sleeps.close('sleep', at);
        break;
      case 'hold-started':
        row.holds.open('hold', at, null);
        break;
      case 'hold-ended':
        row.holds.close('hold', at);
        break;
      case 'session-came':
        row.sessions.open(event.sessionId, at, event);
        break;
      case 'session-left':
        row.sessions.close(event.sessionId, at);
        break;
      case 'auto-lock':
      case 'login-expiring':
      case 'login-expired':
      case 'hold-restored':
      case 'watching':
        break;
      default:
        event satisfies never;
    }
    row.seen(at);
  }
  if (row.isWatched()) row.endWatch(Math.max(watchedUntilMs, row.lastAt()));
  return row.timeline();
};

const notWatched = { state: 'not-watched', cause: 'unknown', by: 'unknown' } as const;

const createRow = () => {
  const states: StateSpan[] = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, ...notWatched }];
  const [sleeps, holds, sessions] = [createSpans<null>(), createSpans<null>(), createSpans<SessionEvent>()];
  let lastAt = Number.NEGATIVE_INFINITY;
  let lastSleepAt = Number.NEGATIVE_INFINITY;

  const current = (): StateSpan => states.at(-1) as StateSpan;
  const setState = (at: number, { state, cause, by }: SeenState): void => {
    const last = current();
    states[states.length - 1] = { ...last, to: at };
    states.push({ from: at, to: Number.POSITIVE_INFINITY, state, cause, by });
  };

  const closeAll = (at: number): void => {
    for (const spans of [sleeps, holds, sessions]) spans.closeAll(at);
  };

  return {
    sleeps: {
      ...sleeps,
      open: (key: string, at: number, value: null) => {
        lastSleepAt = at;
        sleeps.open(key, at, value);
      },
    },
    holds,
    sessions,
    setState,
    state: current,
    isWatched: () => current().state !== 'not-watched',
    lastAt: () => lastAt,
    seen: (at: number) => {
      lastAt = at;
    },
    /** macOS locks at the beginning of a sleep; it is only seen at its end. */
    lastSleepBefore: (at: number) => (lastSleepAt > current().from && lastSleepAt < at ? lastSleepAt : at),
    endWatch: (at: number) => {
      if (current().state !== 'not-watched') setState(at, notWatched);
      closeAll(at);
    },
    /** What comes after this was not kept. */
    loseSight: (at: number) => {
      setState(at, { state: 'unknown', cause: 'unknown', by: 'unknown' });
      closeAll(at);
    },
    timeline: (): KeychainTimeline => ({
      states: states.filter(({ from, to }) => to > from),
      sleeps: sleeps.all(),
      holds: holds.all(),
      sessions: sessions.all().map(({ from, to, value }) => ({ from, to, event: value })),
    }),
  };
};

/** Times that begin and end, each under a key. What begins twice goes on; what ends without a beginning is none. */
const createSpans = <Value>() => {
  const closed: (OpenSpan & { readonly value: Value })[] = [];
  const open = new Map<string, { readonly from: number; readonly value: Value }>();
  const close = (key: string, at: number): void => {
    const span = open.get(key);
    if (span !== undefined && at > span.from) closed.push({ ...span, to: at });
    open.delete(key);
  };
  return {
    open: (key: string, at: number, value: Value): void => {
      if (!open.has(key)) open.set(key, { from: at, value });
    },
    close,
    closeAll: (at: number): void => {
      for (const key of [...open.keys()]) close(key, at);
    },
    all: () => closed,
  };
};
