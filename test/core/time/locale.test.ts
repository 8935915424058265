import { describe, expect, it } from 'vitest';
import { formatDayInFull, formatDayTitle } from '../../../electron/core/time/format-day';
import {
  formatClock,
  formatDay,
  formatDayShort,
  formatHour,
  formatInFull,
  formatMoment,
} from '../../../electron/core/time/format-moment';

const nowMs = Date.parse('2026-11-20T13:00:00Z');
const here = (locale?: string) => ({ nowMs, timeZone: 'Europe/Berlin', locale });
const at = (iso: string) => Date.parse(iso);
/** A no-break space is one for whoever reads a test. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a time as the system writes it', () => {
  it.each([
    [undefined, '18:02', '00:05'],
    ['en-GB', '18:02', '00:05'],
    ['en-US', '6:02 PM', '12:05 AM'],
    ['en-AU', '6:02 pm', '12:05 am'],
    ['en-CA', '6:02 pm', '12:05 am'],
    ['en-DK', '18.02', '00.05'],
    ['en-US-u-hc-h23', '18:02', '00:05'],
    ['en-GB-u-hc-h12', '6:02 pm', '12:05 am'],
  ])('%s', (locale, evening, night) => {
    expect(plain(formatClock(at('2026-11-20T17:02:00Z'), here(locale)))).toBe(evening);
    expect(plain(formatClock(at('2026-11-20T23:05:00Z'), here(locale)))).toBe(night);
  });

  it('does not break between the time and its half of the day', () => {
    expect(formatClock(at('2026-11-20T17:02:00Z'), here('en-US'))).not.toMatch(/[ \u202f]/);
  });

  it.each([
    [undefined, ['0', '6', '18']],
    ['en-US', ['12 AM', '6 AM', '6 PM']],
  ])('whole hours: %s', (locale, words) => {
    const hours = ['2026-11-19T23:00:00Z', '2026-11-20T05:00:00Z', '2026-11-20T17:00:00Z'];
    expect(hours.map((hour) => plain(formatHour(at(hour), here(locale))))).toEqual(words);
  });

  it.each([
    ['en-US', 'tomorrow 9:40 AM', 'on Tuesday 9:40 AM', 'on December 3', 'Tue 9:40 AM', 'Dec 3'],
    ['en-DE', 'tomorrow 09:40', 'on Tuesday 09:40', 'on 3 December', 'Tue 09:40', '3 Dec'],
  ])('a day with it: %s', (locale, tomorrow, weekday, date, shortDay, shortDate) => {
    const there = here(locale);
    expect(plain(formatMoment('2026-11-21T08:40:00Z', there))).toBe(tomorrow);
    expect(plain(formatDay(at('2026-11-24T08:40:00Z'), there))).toBe(weekday);
    expect(formatDay(at('2026-12-03T08:40:00Z'), there)).toBe(date);
    expect(plain(formatDayShort(at('2026-11-24T08:40:00Z'), there))).toBe(shortDay);
    expect(formatDayShort(at('2026-12-03T08:40:00Z'), there)).toBe(shortDate);
  });

  it.each([
    [undefined, 'Thursday 10 September 2026', 'Thursday 10 September'],
    ['en-US', 'Thursday, September 10, 2026', 'Thursday, September 10'],
    ['en-GB', 'Thursday 10 September 2026', 'Thursday 10 September'],
  ])('a day of the calendar: %s', (locale, full, title) => {
    const day = at('2026-09-10T10:00:00Z');
    expect(formatDayInFull(day, here(locale))).toBe(full);
    expect(formatDayTitle(day, here(locale))).toBe(title);
  });

  it('in full it has the year and the second', () => {
    expect(plain(formatInFull(at('2026-11-20T17:02:03Z'), here('en-US')))).toMatch(/November 20, 2026.* 6:02:03 PM/);
  });
});
