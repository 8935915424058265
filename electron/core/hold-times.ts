import { formatClock, type LocalNow } from './format-moment';
import { longestHoldMs } from './hold';
import { dayBeside, type LocalDay, localDayOf } from './local-day';
import { failure, type Outcome, success } from './outcome';

const minuteMs = 60_000;
const unitMs: Readonly<Record<string, number>> = { m: minuteMs, h: 60 * minuteMs, d: 24 * 60 * minuteMs };

const iso = (atMs: number): string => new Date(atMs).toISOString();

/** The end of a hold that begins now and lasts so many hours. */
export const inHours = (hours: number, nowMs: number): string => iso(nowMs + hours * 60 * minuteMs);

/** The last minute of today; in that minute, of tomorrow. */
export const tonight = ({ nowMs, timeZone }: LocalNow): string => {
  const today = localDayOf(nowMs, timeZone);
  const lastMinuteMs = today.endMs - minuteMs;
  return iso(lastMinuteMs > nowMs ? lastMinuteMs : dayBeside(today, 1, timeZone).endMs - minuteMs);
};

/** The moment of a day at which its clock shows so many minutes; where the clock leaps over them, just after the leap. */
const momentOf = (day: LocalDay, minutes: number, timeZone: string): number => {
  const guessMs = day.startMs + minutes * minuteMs;
  const nearMs = guessMs + (minutes - shownMinutes(guessMs, timeZone)) * minuteMs;
  return shownMinutes(nearMs, timeZone) === minutes ? nearMs : guessMs;
};

const shownMinutes = (atMs: number, timeZone: string): number => {
  const [hours = 0, minutes = 0] = formatClock(atMs, timeZone).split(':').map(Number);
  return hours * 60 + minutes;
};

/** The next time the clock here shows this. @param clock "18:30" */
export const nextClockTime = (clock: string, now: LocalNow): Outcome<string, 'no-time'> => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? [];
  const wanted = Number(hours) * 60 + Number(minutes);
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59)
    return failure('no-time', `“${clock}” is no time of the day. Write it as 18:30.`);
  const today = localDayOf(now.nowMs, now.timeZone);
  const todayMs = momentOf(today, wanted, now.timeZone);
  if (todayMs > now.nowMs) return success(iso(todayMs));
  return success(iso(momentOf(dayBeside(today, 1, now.timeZone), wanted, now.timeZone)));
};

/** Reads a length as people type it: `30m`, `4h`, `2d`. @returns milliseconds */
export const parseHoldLength = (text: string): Outcome<number, 'no-length'> => {
  const [, digits, unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const lengthMs = Number(digits) * (unitMs[unit] ?? Number.NaN);
  if (Number.isNaN(lengthMs) || lengthMs === 0)
    return failure('no-length', `“${text}” is no length of time. Write a number with its unit, such as 30m, 4h or 1d.`);
  if (lengthMs > longestHoldMs) return failure('no-length', 'A hold lasts a month at most.');
  return success(lengthMs);
};
