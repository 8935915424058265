import { describe, expect, it } from 'vitest';
import { formatAge, formatMoment } from '../../electron/core/format-moment';

const now = { nowMs: Date.parse('2026-11-20T13:00:00Z'), timeZone: 'Europe/Berlin' };

describe('a moment as seen from now', () => {
  it.each([
    ['2026-11-20T13:00:30Z', 'in less than a minute'],
    ['2026-11-20T13:01:59Z', 'in 1 min'],
    ['2026-11-20T14:00:00Z', 'in 1 h'],
    ['2026-11-20T15:10:59Z', 'in 2 h 10 min'],
    ['2026-11-21T00:59:00Z', 'in 11 h 59 min'],
    ['2026-11-21T08:40:00Z', 'tomorrow 09:40'],
    ['2026-11-24T08:40:00Z', 'on Tuesday 09:40'],
    ['2026-12-03T08:40:00Z', 'on 3 December'],
    ['2027-01-03T08:40:00Z', 'on 3 January 2027'],
    ['2026-11-20T13:00:00Z', 'just now'],
    ['2026-11-20T12:59:30Z', 'just now'],
    ['2026-11-20T12:55:00Z', '5 min ago'],
    ['2026-11-20T09:05:00Z', 'today 10:05'],
    ['2026-11-19T17:02:00Z', 'yesterday 18:02'],
    ['2026-11-17T13:00:00Z', 'on Tuesday 14:00'],
    ['2026-10-01T13:00:00Z', 'on 1 October'],
    ['garbled', 'at an unknown time'],
    ['', 'at an unknown time'],
  ])('%s is "%s"', (at, words) => {
    expect(formatMoment(at, now)).toBe(words);
  });

  it('the day is the one of the user’s time zone', () => {
    const at = '2026-11-21T22:30:00Z';
    expect(formatMoment(at, now)).toBe('tomorrow 23:30');
    expect(formatMoment(at, { ...now, timeZone: 'Asia/Tokyo' })).toBe('on Sunday 07:30');
  });

  it('a day with a change of the clocks is one day', () => {
    const beforeTheChange = { nowMs: Date.parse('2026-10-24T10:00:00Z'), timeZone: 'Europe/Berlin' };
    expect(formatMoment('2026-10-25T10:00:00Z', beforeTheChange)).toBe('tomorrow 11:00');
  });
});

describe('an age', () => {
  it.each([
    ['2026-11-20T12:59:58Z', 'just now'],
    ['2026-11-20T12:59:55Z', '5 s ago'],
    ['2026-11-20T12:59:40Z', '20 s ago'],
    ['2026-11-20T12:59:01Z', '59 s ago'],
    ['2026-11-20T12:59:00Z', '1 min ago'],
    ['2026-11-19T17:02:00Z', 'yesterday 18:02'],
    ['2026-11-20T13:00:30Z', 'just now'],
    ['2026-11-20T13:05:00Z', 'in 5 min'],
    ['garbled', 'at an unknown time'],
  ])('of %s is "%s"', (at, words) => {
    expect(formatAge(at, now)).toBe(words);
  });
});
