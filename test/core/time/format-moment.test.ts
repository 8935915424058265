import { describe, expect, it } from 'vitest';
import { formatAge, formatCalendarDay, formatDayShort, formatMoment } from '../../../electron/core/time/format-moment';

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

describe('a countdown', () => {
  const berlin = (at: string) => ({ nowMs: Date.parse(at), timeZone: 'Europe/Berlin' });

  it.each([
    // The night of 25 October 2026 has an hour more, that of 28 March 2027 one less.
    ['2026-10-24T22:30:00Z', '2026-10-25T02:30:00Z', 'in 4 h'],
    ['2026-10-24T10:00:00Z', '2026-10-25T00:30:00Z', 'tomorrow 02:30'],
    ['2026-10-24T10:00:00Z', '2026-10-25T01:30:00Z', 'tomorrow 02:30'],
    ['2027-03-27T23:30:00Z', '2027-03-28T03:30:00Z', 'in 4 h'],
    ['2027-03-27T11:00:00Z', '2027-03-28T10:00:00Z', 'tomorrow 12:00'],
    ['2026-10-24T21:30:00Z', '2026-10-25T22:30:00Z', 'tomorrow 23:30'],
  ])('counts real hours over a change of the clocks: from %s to %s it is "%s"', (from, to, words) => {
    expect(formatMoment(to, berlin(from))).toBe(words);
  });

  it('tells the same moment in the zone that the user has travelled to', () => {
    const at = '2026-11-21T05:40:00Z';
    const from = (timeZone: string) => formatMoment(at, { nowMs: Date.parse('2026-11-20T13:00:00Z'), timeZone });
    expect(from('Europe/Berlin')).toBe('tomorrow 06:40');
    expect(from('America/Los_Angeles')).toBe('today 21:40');
    expect(from('Pacific/Auckland')).toBe('today 18:40');
  });

  it('follows a clock that is set back or forward, and is never longer than what is left', () => {
    const at = '2026-11-20T15:10:00Z';
    const seen = ['13:00:00', '12:30:30', '15:09:59', '18:00:00', '13:00:00'].map((time) =>
      formatMoment(at, berlin(`2026-11-20T${time}Z`)),
    );
    expect(seen).toEqual(['in 2 h 10 min', 'in 2 h 39 min', 'in less than a minute', 'today 16:10', 'in 2 h 10 min']);
  });
});

describe('a day of the calendar', () => {
  it.each([
    ['2026-11-20', 'today'],
    ['2026-11-21', 'tomorrow'],
    ['2026-11-19', 'yesterday'],
    ['2026-11-24', 'on Tuesday'],
    ['2026-11-27', 'on 27 November'],
    ['2027-01-03', 'on 3 January 2027'],
    ['2026-10-01', 'on 1 October'],
    ['garbled', 'on an unknown day'],
  ])('%s is "%s"', (day, words) => {
    expect(formatCalendarDay(day, now)).toBe(words);
  });

  it('begins and ends where the user is', () => {
    const nowMs = Date.parse('2026-11-20T23:30:00Z');
    expect(formatCalendarDay('2026-11-21', { nowMs, timeZone: 'UTC' })).toBe('tomorrow');
    expect(formatCalendarDay('2026-11-21', { nowMs, timeZone: 'Europe/Berlin' })).toBe('today');
  });

  it('is tomorrow also over a change of the clocks', () => {
    for (const [from, day] of [
      ['2026-10-24T22:30:00Z', '2026-10-26'],
      ['2027-03-27T23:30:00Z', '2027-03-29'],
    ] as const) {
      expect(formatCalendarDay(day, { nowMs: Date.parse(from), timeZone: 'Europe/Berlin' })).toBe('tomorrow');
    }
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

it.each([
  ['2026-11-20T17:02:00Z', '18:02'],
  ['2026-11-25T00:24:00Z', 'Wed 01:24'],
  ['2026-11-18T00:24:00Z', 'Wed 01:24'],
  ['2026-12-03T08:40:00Z', '3 Dec'],
])('where there is little room %s is "%s"', (at, words) => {
  expect(formatDayShort(Date.parse(at), now)).toBe(words);
});
