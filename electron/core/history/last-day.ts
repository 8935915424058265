import { isoTime } from '../time/outside-numbers';
import type { StripSegment, TimeSpan } from './day-strip';
import type { HistoryDay } from './history-day';
import type { LockCause } from './history-event';

/** The 24 hours until now. What nobody watched is in none of its parts. */
export interface LastDay {
  readonly startMs: number;
  readonly endMs: number;
  readonly segments: readonly Pick<StripSegment, 'from' | 'to' | 'state'>[];
  readonly sleeps: readonly TimeSpan[];
  readonly holds: readonly TimeSpan[];
  /** Why it is locked now, as far as that was seen; left out where it is not locked, or nobody knows. */
  readonly whyLocked?: Exclude<LockCause, 'unknown'>;
}

/** In brackets after since when: "Since 01:20 (idle)". */
export const whyLockedWords: Readonly<Record<Exclude<LockCause, 'unknown'>, string>> = {
  idle: 'idle',
  sleep: 'sleep',
  manual: 'by hand',
  restart: 'restart',
};

const dayMs = 24 * 3_600_000;

/** @param days those of the calendar that it lies on, in order; one that was not read leaves its part empty. */
export const lastDay = (days: readonly Pick<HistoryDay, 'strip'>[], nowMs: number): LastDay => {
  const startMs = nowMs - dayMs;
  const clip = <Span extends TimeSpan>(span: Span): readonly Span[] => {
    const from = Math.max(Date.parse(span.from), startMs);
    const to = Math.min(Date.parse(span.to), nowMs);
    return to > from ? [{ ...span, from: isoTime(from), to: isoTime(to) }] : [];
  };
  const all = days.flatMap(({ strip }) => strip.segments.flatMap(clip));
  const now = all.at(-1);
  const segments = all
    .filter(({ state }) => state !== 'not-watched')
    .map(({ from, to, state }) => ({ from, to, state }));
  return {
    startMs,
    endMs: nowMs,
    segments: joined(segments),
    sleeps: days.flatMap(({ strip }) => strip.sleeps.flatMap(clip)),
    holds: days.flatMap(({ strip }) => strip.holds.flatMap(clip)),
    ...(now?.state === 'locked' && now.cause !== 'unknown' ? { whyLocked: now.cause } : {}),
  };
};

/** What midnight has cut in two, and what changed its cause only, is one. */
const joined = (segments: LastDay['segments']): LastDay['segments'] => {
  const found: LastDay['segments'][number][] = [];
  for (const segment of segments) {
    const last = found.at(-1);
    if (last?.state === segment.state && last.to === segment.from)
      found[found.length - 1] = { ...last, to: segment.to };
    else found.push(segment);
  }
  return found;
};

/** "Unlocked 14 h, locked 6 h": the strip in words. */
export const lastDayWords = ({ segments }: LastDay): string => {
  const hours = (state: 'locked' | 'unlocked'): string | null => {
    const lengthMs = segments
      .filter((segment) => segment.state === state)
      .reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
    return lengthMs < 30 * 60_000 ? null : `${state} ${Math.floor(lengthMs / 3_600_000) || '½'} h`;
  };
  const words = [hours('unlocked'), hours('locked')].filter((part) => part !== null).join(', ');
  return words === '' ? 'nothing was recorded' : words;
};
