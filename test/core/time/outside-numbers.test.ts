import { describe, expect, it } from 'vitest';
import { isCalendarDay } from '../../../electron/core/time/local-day';
import { moment } from '../../../electron/core/time/moment';
import {
  outsideInteger,
  outsideMoment,
  outsidePid,
  outsidePort,
  outsideSeconds,
  outsideUid,
} from '../../../electron/core/time/outside-numbers';

const latestMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

describe('a moment from outside', () => {
  it.each<[unknown, number | null]>([
    [0, 0],
    [1.5, 2],
    [latestMs, latestMs],
    [latestMs + 0.4, latestMs],
    [latestMs + 1, null],
    [-1, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    ['1000', null],
    [null, null],
  ])('%s in milliseconds', (ms, told) => {
    expect(outsideMoment(ms)).toBe(told);
  });

  it.each<[unknown, number | null]>([
    [1.5, 1500],
    ['1', 1000],
    ['253402300799', latestMs - 999],
    ['253402300800', null],
    ['1.5', null],
    [253_402_300_800, null],
    [undefined, null],
    [{}, null],
  ])('%s in seconds', (seconds, told) => {
    expect(outsideSeconds(seconds)).toBe(told);
  });
});

describe('digits from outside', () => {
  it.each<[string | undefined, number | null]>([
    ['3', 3],
    ['5', 5],
    ['0000000000004', 4],
    ['2', null],
    ['6', null],
    ['', null],
    [' 4', null],
    ['4 ', null],
    ['-4', null],
    ['4e0', null],
    ['0000000000000004', null],
    [undefined, null],
  ])('%j between 3 and 5', (digits, value) => {
    expect(outsideInteger(digits, 3, 5)).toBe(value);
  });

  it.each([
    ['a process', outsidePid, 4_194_304],
    ['a user', outsideUid, 4_294_967_295],
    ['a port', outsidePort, 65_535],
  ] as const)('number %s', (_what, read, most) => {
    expect([read('0'), read(String(most)), read(String(most + 1)), read('x')]).toEqual([0, most, null, null]);
  });
});

describe('a time as Latchkey writes it', () => {
  it.each(['2026-09-10T09:00:00.000Z', '1970-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])('is %s', (text) => {
    expect(moment.safeParse(text).success).toBe(true);
  });

  it.each([
    ...[
      '',
      'soon',
      '2026',
      '2026-09-10',
      '2026-09-10T09:00:00Z',
      '2026-09-10T09:00:00.0Z',
      ' 2026-09-10T09:00:00.000Z',
    ],
    ...['2026-02-31T09:00:00.000Z', '2026-09-10T24:00:00.000Z', '2026-09-10T09:00:00.000+00:00'],
    ...['-000001-01-01T00:00:00.000Z', '+010000-01-01T00:00:00.000Z', '2026-09-10T09:00:00.000Zx'],
  ])('is not “%s”', (text) => {
    expect(moment.safeParse(text).success).toBe(false);
  });
});

describe('a day that somebody enters', () => {
  it.each(['2000-01-01', '2028-02-29', '2199-12-31'])('is %s', (day) => {
    expect(isCalendarDay(day)).toBe(true);
  });

  it.each([
    ...['1999-12-31', '2200-01-01', '2027-02-29', '2026', '2026-09', '2026-9-1', '2026-09-1', '2026-09-10T00:00:00Z'],
    ...['', ' 2026-09-10', '2026-09-10 ', 'x2026-09-10', '-002026-09-10', '2026/09/10'],
  ])('is not “%s”', (day) => {
    expect(isCalendarDay(day)).toBe(false);
  });
});
