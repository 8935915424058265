import type { HoldEnd } from '../words/hold';

/** One moment on two clocks: that of the wall, which can be set, and one that only runs. */
export interface Moment {
  /** Milliseconds since 1970. */
  readonly wallMs: number;
  /** Milliseconds since some start; comparable within one process only. */
  readonly monotonicMs: number;
}

/** What a hold's end is measured from. */
export interface HoldClock {
  readonly end: HoldEnd;
  /** When this process took the hold up. */
  readonly since: Moment;
  /** When the screen was locked; null while it is not. */
  readonly awaySince: Moment | null;
}

export type HoldOver =
  | { readonly isOver: false; readonly remainingMs: number | null }
  | { readonly isOver: true; readonly because: 'time' | 'clock-set-back' };

/**
 * Whether a hold has reached its time. A clock that is set back does not lengthen it: what has passed on the clock that
 * only runs counts as well, whichever is over first. (A Mac's sleep counts on the wall in any case.)
 */
export const holdOver = ({ end, since }: HoldClock, now: Moment): HoldOver => {
  if (end.kind !== 'at') return { isOver: false, remainingMs: null };
  const untilMs = Date.parse(end.at);
  if (now.wallMs >= untilMs) return { isOver: true, because: 'time' };
  const lengthMs = untilMs - since.wallMs;
  const passedMs = now.monotonicMs - since.monotonicMs;
  if (passedMs >= lengthMs) return { isOver: true, because: 'clock-set-back' };
  return { isOver: false, remainingMs: Math.min(untilMs - now.wallMs, lengthMs - passedMs) };
};

/** Whether whoever unlocks the screen now has been away for long enough. Either clock may say so. */
export const isBackAfterLongEnough = ({ end, awaySince }: HoldClock, now: Moment): boolean => {
  if (end.kind !== 'back' || awaySince === null) return false;
  const awayMs = Math.max(now.wallMs - awaySince.wallMs, now.monotonicMs - awaySince.monotonicMs);
  return awayMs >= end.afterMinutesAway * 60_000;
};
