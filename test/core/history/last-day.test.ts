import { describe, expect, it } from 'vitest';
import type { DayStrip } from '../../../electron/core/history/day-strip';
import { type LastDay, lastDay, lastDayWords } from '../../../electron/core/history/last-day';

const nowMs = Date.parse('2026-09-10T14:00:00Z');
const span = (from: string, to: string) => ({ from: `2026-09-${from}:00.000Z`, to: `2026-09-${to}:00.000Z` });
const segment = (state: 'locked' | 'unlocked' | 'not-watched', from: string, to: string) => ({
  ...{ state, cause: 'unknown', by: 'unknown' },
  ...span(from, to),
});
const day = (changes: Partial<DayStrip>) => ({
  strip: { startsAt: '', endsAt: '', segments: [], sleeps: [], holds: [], sessions: [], ...changes } as DayStrip,
});
const told = ({ segments }: LastDay): readonly string[] =>
  segments.map(({ state, from, to }) => `${state} ${from.slice(8, 16)}–${to.slice(8, 16)}`);

const yesterday = day({
  segments: [segment('unlocked', '09T08:00', '09T18:00'), segment('locked', '09T18:00', '10T00:00')],
  sleeps: [span('09T10:00', '09T11:00'), span('09T23:00', '10T00:00')],
  holds: [span('09T13:00', '09T15:00')],
} as Partial<DayStrip>);
const today = day({
  segments: [
    segment('locked', '10T00:00', '10T07:00'),
    segment('not-watched', '10T07:00', '10T08:00'),
    segment('unlocked', '10T08:00', '10T14:00'),
  ],
  sleeps: [span('10T00:00', '10T06:00')],
} as Partial<DayStrip>);

describe('the last 24 hours', () => {
  it('begin yesterday at this time, go over midnight without a seam and end now', () => {
    const last = lastDay([yesterday, today], nowMs);
    expect([last.endMs - last.startMs, last.endMs]).toEqual([86_400_000, nowMs]);
    expect(told(last)).toEqual([
      'unlocked 09T14:00–09T18:00',
      'locked 09T18:00–10T07:00',
      'unlocked 10T08:00–10T14:00',
    ]);
  });

  it('leave out sleeps and holds that lie before, and cut those that reach in', () => {
    const { sleeps, holds } = lastDay([yesterday, today], nowMs);
    expect(sleeps).toEqual([span('09T23:00', '10T00:00'), span('10T00:00', '10T06:00')]);
    expect(holds).toEqual([span('09T14:00', '09T15:00')]);
  });

  it.each([
    ['locked', 'idle', 'idle'],
    ['locked', 'unknown', undefined],
    ['unlocked', 'manual', undefined],
    ['not-watched', 'unknown', undefined],
  ] as const)('tell why it is locked now: %s, cause %s', (state, cause, why) => {
    const last = { ...segment(state, '10T08:00', '10T14:00'), cause, by: 'elsewhere' };
    const ended = lastDay([yesterday, day({ segments: [last] } as Partial<DayStrip>)], nowMs);
    expect(ended.whyLocked).toBe(why);
  });

  it('are said in words', () => {
    expect(lastDayWords(lastDay([yesterday, today], nowMs))).toBe('unlocked 10 h, locked 13 h');
    expect(lastDayWords(lastDay([], nowMs))).toBe('nothing was recorded');
  });
});
