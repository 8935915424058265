/** The moment and the place that times are told from. */
export interface LocalNow {
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** An IANA name ("Europe/Berlin"): days and clock times are told in it. */
  readonly timeZone: string;
  /**
   * How times and dates are written, as a language tag ("en-US", "en-DE-u-hc-h12"): the region's way, and its 12 or 24 hours.
   * Left out: in the fixed form of the command line, "18:02" and "3 December".
   */
  readonly locale?: string | undefined;
}

/** Where a time is told, and how it is written there. */
export type LocalPlace = Omit<LocalNow, 'nowMs'>;

const fixedLocale = 'en-GB';

const secondMs = 1_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type DateParts = keyof typeof dateParts;

const dateParts = {
  fixedClock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  clock: { timeStyle: 'short' },
  hour: { hour: 'numeric' },
  full: { dateStyle: 'full', timeStyle: 'medium' },
  numbers: { day: 'numeric', month: 'numeric', year: 'numeric' },
  weekday: { weekday: 'long' },
  weekdayShort: { weekday: 'short' },
  day: { day: 'numeric', month: 'long' },
  dayShort: { day: 'numeric', month: 'short' },
  dayAndYear: { day: 'numeric', month: 'long', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a format costs a hundred times what using it costs, and a long list tells many times. */
const formats = new Map<string, Intl.DateTimeFormat>();

const part = (atMs: number, { timeZone, locale = fixedLocale }: LocalPlace, parts: DateParts): string => {
  const key = `${parts} ${timeZone} ${locale}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...dateParts[parts], timeZone });
  formats.set(key, format);
  return format.format(atMs);
};

/** What stands before AM and PM differs from one ICU to the next, and "p.m." would end a sentence twice. */
const tidied = (clock: string): string => clock.replace(/\s/g, '\u00a0').replace(/([ap])\.\s?m\./i, '$1m');

/** "09:40", "9:40 AM" */
export const formatClock = (atMs: number, place: LocalPlace): string =>
  place.locale === undefined ? part(atMs, place, 'fixedClock') : tidied(part(atMs, place, 'clock'));

/** A whole hour below a line of them: "6", "6 AM". */
export const formatHour = (atMs: number, place: LocalPlace): string =>
  tidied(part(atMs, place, 'hour')).replace(/^0(?=\d)/, '');

/** Day and time in full, for who wants to know exactly. */
export const formatInFull = (atMs: number, place: LocalPlace): string => part(atMs, place, 'full');

/** In this form whoever calculates reads it again. */
const numbersOf = (atMs: number, timeZone: string): readonly number[] =>
  part(atMs, { timeZone }, 'numbers').split('/').map(Number);

/** The number of midnights from now to then: 0 today, 1 tomorrow, -1 yesterday. */
const midnightsUntil = (atMs: number, { nowMs, timeZone }: LocalNow): number => {
  const dayNumber = (timeMs: number): number => {
    const [day = 0, month = 0, year = 0] = numbersOf(timeMs, timeZone);
    return Date.UTC(year, month - 1, day) / dayMs;
  };
  return dayNumber(atMs) - dayNumber(nowMs);
};

const formatDate = (atMs: number, now: LocalNow): string => {
  const year = (timeMs: number) => numbersOf(timeMs, now.timeZone).at(-1);
  return `on ${part(atMs, now, year(atMs) === year(now.nowMs) ? 'day' : 'dayAndYear')}`;
};

/** "today 18:02", "tomorrow 09:40", "on Friday 09:40", "on 3 December" */
export const formatDay = (atMs: number, now: LocalNow): string => {
  const midnights = midnightsUntil(atMs, now);
  const clock = formatClock(atMs, now);
  if (midnights === 0) return `today ${clock}`;
  if (midnights === 1) return `tomorrow ${clock}`;
  if (midnights === -1) return `yesterday ${clock}`;
  if (Math.abs(midnights) < 7) return `on ${part(atMs, now, 'weekday')} ${clock}`;
  return formatDate(atMs, now);
};

/** The same where there is little room: "18:02" today, "Wed 01:24", "3 Dec". */
export const formatDayShort = (atMs: number, now: LocalNow): string => {
  const midnights = midnightsUntil(atMs, now);
  const clock = formatClock(atMs, now);
  if (midnights === 0) return clock;
  return Math.abs(midnights) < 7 ? `${part(atMs, now, 'weekdayShort')} ${clock}` : part(atMs, now, 'dayShort');
};

/** "2 h 10 min", "45 min": whole minutes, rounded down so that a countdown never promises too much. */
export const formatLength = (lengthMs: number): string => {
  const hours = Math.floor(lengthMs / hourMs);
  const minutes = Math.floor((lengthMs % hourMs) / minuteMs);
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
};

/**
 * A moment seen from now, to stand after "ends" or "ended": "in 2 h 10 min", "tomorrow 09:40", "on 3 December",
 * "just now", "5 min ago", "yesterday 18:02".
 *
 * @param at ISO 8601, as in the snapshot.
 */
export const formatMoment = (at: string, now: LocalNow): string => {
  const atMs = Date.parse(at);
  if (!Number.isFinite(atMs)) return 'at an unknown time';
  const aheadMs = atMs - now.nowMs;
  if (aheadMs >= 12 * hourMs) return formatDay(atMs, now);
  if (aheadMs >= minuteMs) return `in ${formatLength(aheadMs)}`;
  if (aheadMs > 0) return 'in less than a minute';
  if (aheadMs > -minuteMs) return 'just now';
  if (aheadMs > -hourMs) return `${formatLength(-aheadMs)} ago`;
  return formatDay(atMs, now);
};

/** A day of the calendar seen from now, to stand after "ends" or "ended": "today", "tomorrow", "on 3 December". @param day YYYY-MM-DD */
export const formatCalendarDay = (day: string, now: LocalNow): string => {
  const noonMs = Date.parse(`${day}T12:00:00Z`);
  if (!Number.isFinite(noonMs)) return 'on an unknown day';
  const [date = 0, month = 0, year = 0] = numbersOf(now.nowMs, now.timeZone);
  const days = Math.round((noonMs - Date.UTC(year, month - 1, date, 12)) / dayMs);
  const near = new Map([
    [0, 'today'],
    [1, 'tomorrow'],
    [-1, 'yesterday'],
  ]).get(days);
  if (near !== undefined) return near;
  const there = { ...now, timeZone: 'UTC' };
  if (Math.abs(days) < 7) return `on ${part(noonMs, there, 'weekday')}`;
  return `on ${part(noonMs, there, year === Number(day.slice(0, 4)) ? 'day' : 'dayAndYear')}`;
};

/** The age of what is worth less with each second: "20 s ago" in the first minute, later as formatMoment. */
export const formatAge = (at: string, now: LocalNow): string => {
  const ageMs = now.nowMs - Date.parse(at);
  // Two clocks may differ a little: what was measured is never still to come.
  if (ageMs > -minuteMs && ageMs < 5 * secondMs) return 'just now';
  return ageMs > 0 && ageMs < minuteMs ? `${Math.floor(ageMs / secondMs)} s ago` : formatMoment(at, now);
};
