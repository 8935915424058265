import { describe, expect, it } from 'vitest';
import { type HoldClock, holdOver, isBackAfterLongEnough } from '../../../electron/core/hold/hold-clock';

const hourMs = 3_600_000;
const startMs = Date.UTC(2026, 8, 10, 9);
const since = { wallMs: startMs, monotonicMs: 5_000 };
const clock: HoldClock = {
  end: { kind: 'at', at: new Date(startMs + 4 * hourMs).toISOString() },
  since,
  awaySince: null,
};
/** So long after the start, by the wall and by the clock that only runs. */
const later = (wallHours: number, monotonicHours: number) => ({
  wallMs: startMs + wallHours * hourMs,
  monotonicMs: 5_000 + monotonicHours * hourMs,
});

describe('a hold until a time', () => {
  it.each([
    ['before it', later(3, 3), { isOver: false, remainingMs: hourMs }],
    ['at it', later(4, 4), { isOver: true, because: 'time' }],
    ['after a sleep that the other clock did not count', later(9, 1), { isOver: true, because: 'time' }],
    ['with the clock set back a day', later(-21, 3), { isOver: false, remainingMs: hourMs }],
    ['at its full length, with the clock set back a day', later(-20, 4), { isOver: true, because: 'clock-set-back' }],
    ['with the clock set forward', later(24, 1), { isOver: true, because: 'time' }],
    ['with the clock set forward a little', later(3, 1), { isOver: false, remainingMs: hourMs }],
    ['with the clock set back a little', later(1, 3), { isOver: false, remainingMs: hourMs }],
  ])('%s', (_when, now, over) => {
    expect(holdOver(clock, now)).toEqual(over);
  });
});

describe('a hold without a time', () => {
  it.each([{ kind: 'open' }, { kind: 'back', afterMinutesAway: 5 }] as const)('never ends by one: $kind', (end) => {
    expect(holdOver({ ...clock, end }, later(1000, 1000))).toEqual({ isOver: false, remainingMs: null });
  });
});

describe('coming back', () => {
  const away: HoldClock = { ...clock, end: { kind: 'back', afterMinutesAway: 60 }, awaySince: later(1, 1) };
  it.each([
    ['too early', away, later(1.9, 1.9), false],
    ['late enough', away, later(2, 2), true],
    ['late enough by the wall, after a sleep', away, later(2, 1.1), true],
    ['late enough, with the clock set back', away, later(-5, 2), true],
    ['without having been away', { ...away, awaySince: null }, later(9, 9), false],
    ['where no coming back ends it', { ...away, end: { kind: 'open' } as const }, later(9, 9), false],
  ])('%s', (_when, held, now, is) => {
    expect(isBackAfterLongEnough(held, now)).toBe(is);
  });
});
