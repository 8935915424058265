import { isoTime } from './outside-numbers';

/** A day of a place's calendar, in milliseconds since 1970: 24 hours, but 23 or 25 where the clocks change. */
export interface LocalDay {
  readonly startMs: number;
  /** The next day's start. */
  readonly endMs: number;
}

const hourMs = 3_600_000;
/** More than the longest day and the shift of a clock together. */
const searchMs = 30 * hourMs;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const options = { day: 'numeric', month: 'numeric', year: 'numeric', timeZone } as const;
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', options);
  formats.set(timeZone, format);
  return format;
};

/** Days counted through, so that two can be compared. */
const dayNumber = (atMs: number, timeZone: string): number => {
  const [day = 0, month = 1, year = 0] = formatFor(timeZone).format(atMs).split('/').map(Number);
  return Date.UTC(year, month - 1, day) / (24 * hourMs);
};

/** The first moment between the two that lies on this day or later, to the millisecond. */
const firstMomentOf = (day: number, timeZone: string, fromMs: number, toMs: number): number => {
  let [before, after] = [fromMs, toMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayNumber(middle, timeZone) >= day) after = middle;
    else before = middle;
  }
  return after;
};

/** The day that this moment lies on. @param timeZone an IANA name */
export const localDayOf = (atMs: number, timeZone: string): LocalDay => {
  const day = dayNumber(atMs, timeZone);
  return {
    startMs: firstMomentOf(day, timeZone, atMs - searchMs, atMs),
    endMs: firstMomentOf(day + 1, timeZone, atMs, atMs + searchMs),
  };
};

/** So many days later, or earlier where it is negative. */
export const dayBeside = (day: LocalDay, steps: 1 | -1, timeZone: string): LocalDay =>
  localDayOf(steps === 1 ? day.endMs : day.startMs - 1, timeZone);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock shows there, as minutes since midnight. */
export const minutesOfDay = (atMs: number, timeZone: string): number => {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', options);
  clocks.set(timeZone, clock);
  const [hours = 0, minutes = 0] = clock.format(atMs).split(':').map(Number);
  return hours * 60 + minutes;
};

/** The moments of this day at which the local clock shows a whole hour that is a multiple of `everyHours`. */
export const hoursOf = (
  { startMs, endMs }: LocalDay,
  everyHours: number,
  timeZone: string,
): readonly { readonly atMs: number; readonly hour: number }[] => {
  const hours: { atMs: number; hour: number }[] = [];
  // Some places lie half or a quarter of an hour off.
  for (let atMs = startMs; atMs < endMs; atMs += hourMs / 4) {
    const minutes = minutesOfDay(atMs, timeZone);
    const hour = Math.floor(minutes / 60);
    const isNew = hours.at(-1)?.hour !== hour;
    if (minutes % 60 === 0 && hour % everyHours === 0 && isNew) hours.push({ atMs, hour });
  }
  return hours;
};

/** The UTC day of an ISO 8601 time, as the history's files are named: "2026-09-10". */
export const utcDay = (at: string): string => at.slice(0, 10);

const earliestYear = 2000;
const latestYear = 2199;

/** A day of the calendar, written YYYY-MM-DD: `2027-02-29` is none. */
export const isCalendarDay = (text: string): boolean => {
  const year = Number(text.slice(0, 4));
  const at = Date.parse(`${text}T00:00:00Z`);
  return year >= earliestYear && year <= latestYear && isoTime(at) === `${text}T00:00:00.000Z`;
};
