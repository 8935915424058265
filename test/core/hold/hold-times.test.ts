import { describe, expect, it } from 'vitest';
import { inHours, nextClockTime, parseHoldLength, tonight } from '../../../electron/core/hold/hold-times';

const at = (iso: string, timeZone = 'Europe/Berlin') => ({ nowMs: Date.parse(iso), timeZone });

describe('the ends that a hold is given', () => {
  it('so many hours from now', () => {
    expect(inHours(4, Date.parse('2026-09-10T09:00:00.000Z'))).toBe('2026-09-10T13:00:00.000Z');
  });

  it.each([
    ['in the day', '2026-09-10T09:00:00Z', 'Europe/Berlin', '2026-09-10T21:59:00.000Z'],
    ['just after midnight', '2026-09-09T22:00:00Z', 'Europe/Berlin', '2026-09-10T21:59:00.000Z'],
    ['as the last minute begins', '2026-09-10T21:59:00Z', 'Europe/Berlin', '2026-09-11T21:59:00.000Z'],
    [
      'in the last minute, when it is the next night',
      '2026-09-10T21:59:30Z',
      'Europe/Berlin',
      '2026-09-11T21:59:00.000Z',
    ],
    ['where the clocks change', '2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25T22:59:00.000Z'],
    ['half an hour off', '2026-09-10T09:00:00Z', 'Asia/Kolkata', '2026-09-10T18:29:00.000Z'],
  ])('tonight, asked %s', (_when, now, timeZone, expected) => {
    expect(tonight(at(now, timeZone))).toBe(expected);
  });

  it.each([
    ['later today', '18:30', '2026-09-10T09:00:00Z', '2026-09-10T16:30:00.000Z'],
    ['tomorrow, where it has passed', '9:00', '2026-09-10T09:00:00Z', '2026-09-11T07:00:00.000Z'],
    ['tomorrow, where it is now', '11:00', '2026-09-10T09:00:00Z', '2026-09-11T09:00:00.000Z'],
    ['the last minute of the day', '23:59', '2026-09-10T09:00:00Z', '2026-09-10T21:59:00.000Z'],
    ['midnight', '00:00', '2026-09-10T09:00:00Z', '2026-09-10T22:00:00.000Z'],
    ['on the day that has 25 hours', '18:00', '2026-10-25T00:30:00Z', '2026-10-25T17:00:00.000Z'],
    ['on the day that has 23 hours', '18:00', '2026-03-29T00:30:00Z', '2026-03-29T16:00:00.000Z'],
    [
      'in the hour that the clocks leap over: after the leap',
      '02:30',
      '2026-03-28T23:30:00Z',
      '2026-03-29T01:30:00.000Z',
    ],
  ])('a time of the clock: %s', (_which, clock, now, expected) => {
    expect(nextClockTime(clock, at(now))).toEqual({ ok: true, value: expected });
  });

  it.each(['', '18', '24:00', '12:60', '18:30:00', '6pm', '-1:00', '１８:30'])('“%s” is no time', (clock) => {
    expect(nextClockTime(clock, at('2026-09-10T09:00:00Z'))).toEqual({
      ok: false,
      code: 'no-time',
      reason: `“${clock}” is no time of the day. Write it as 18:30.`,
    });
  });

  it.each([
    ['30m', 1_800_000],
    ['4h', 14_400_000],
    ['31d', 2_678_400_000],
  ])('“%s” is a length', (text, lengthMs) => {
    expect(parseHoldLength(text)).toEqual({ ok: true, value: lengthMs });
  });

  it.each(['', '4', '0h', '4 h', '1.5h', '-1h', '4H', 'never'])('“%s” is none', (text) => {
    expect(parseHoldLength(text)).toEqual({
      ok: false,
      code: 'no-length',
      reason: `“${text}” is no length of time. Write numbers with their units, such as 30m, 1h30m or 1d.`,
    });
  });

  it.each(['32d', '9999999h'])('“%s” is too long', (text) => {
    const reason = 'Keep Unlocked lasts a month at most.';
    expect(parseHoldLength(text)).toEqual({ ok: false, code: 'no-length', reason });
  });
});
