import { describe, expect, it } from 'vitest';
import { dayBeside, hoursOf, localDayOf } from '../../../electron/core/time/local-day';

const at = (text: string): number => Date.parse(text);
const texts = ({ startMs, endMs }: { startMs: number; endMs: number }): readonly string[] =>
  [startMs, endMs].map((ms) => new Date(ms).toISOString().replace('.000Z', 'Z'));

describe('a day of the calendar', () => {
  it.each([
    ['UTC', '2026-09-10T13:00:00Z', '2026-09-10T00:00:00Z', '2026-09-11T00:00:00Z', 24],
    ['Europe/Berlin', '2026-09-10T22:30:00Z', '2026-09-10T22:00:00Z', '2026-09-11T22:00:00Z', 24],
    ['Europe/Berlin', '2026-03-29T10:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25T10:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 25],
    ['America/Los_Angeles', '2026-11-01T10:00:00Z', '2026-11-01T07:00:00Z', '2026-11-02T08:00:00Z', 25],
    ['Asia/Kathmandu', '2026-09-10T18:20:00Z', '2026-09-10T18:15:00Z', '2026-09-11T18:15:00Z', 24],
    ['Pacific/Auckland', '2026-09-10T13:00:00Z', '2026-09-10T12:00:00Z', '2026-09-11T12:00:00Z', 24],
    // The clocks go forward at midnight: this day begins at 01:00.
    ['Africa/Cairo', '2026-04-24T10:00:00Z', '2026-04-23T22:00:00Z', '2026-04-24T21:00:00Z', 23],
    ['Australia/Lord_Howe', '2026-04-05T02:00:00Z', '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z', 24.5],
  ])('in %s, %s lies in %s – %s', (timeZone, moment, start, end, hours) => {
    const day = localDayOf(at(moment), timeZone);
    expect(texts(day)).toEqual([start, end]);
    expect((day.endMs - day.startMs) / 3_600_000).toBe(hours);
  });

  it('begins at its first moment and ends before the next day’s', () => {
    const day = localDayOf(at('2026-09-10T13:00:00Z'), 'Europe/Berlin');
    expect(localDayOf(day.startMs, 'Europe/Berlin')).toEqual(day);
    expect(localDayOf(day.endMs - 1, 'Europe/Berlin')).toEqual(day);
    expect(localDayOf(day.endMs, 'Europe/Berlin').startMs).toBe(day.endMs);
  });

  it('leads to the days beside it, over a change of the clocks and back', () => {
    const day = localDayOf(at('2026-10-25T10:00:00Z'), 'Europe/Berlin');
    const next = dayBeside(day, 1, 'Europe/Berlin');
    expect(texts(next)).toEqual(['2026-10-25T23:00:00Z', '2026-10-26T23:00:00Z']);
    expect(dayBeside(next, -1, 'Europe/Berlin')).toEqual(day);
  });

  it.each([
    ['UTC', '2026-09-10T13:00:00Z', [0, 6, 12, 18], [0, 6, 12, 18]],
    ['Europe/Berlin', '2026-03-29T10:00:00Z', [0, 6, 12, 18], [0, 5, 11, 17]],
    ['Europe/Berlin', '2026-10-25T10:00:00Z', [0, 6, 12, 18], [0, 7, 13, 19]],
    ['Asia/Kathmandu', '2026-09-10T18:20:00Z', [0, 6, 12, 18], [0, 6, 12, 18]],
    ['Africa/Cairo', '2026-04-24T10:00:00Z', [6, 12, 18], [5, 11, 17]],
  ])('in %s its hours stand where the clock shows them', (timeZone, moment, hours, after) => {
    const day = localDayOf(at(moment), timeZone);
    const found = hoursOf(day, 6, timeZone);
    expect(found.map(({ hour }) => hour)).toEqual(hours);
    expect(found.map(({ atMs }) => (atMs - day.startMs) / 3_600_000)).toEqual(after);
  });
});
