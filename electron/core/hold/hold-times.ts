import { failure, type Outcome, success } from '../outcome';
import type { LocalNow } from '../time/format-moment';
import { dayBeside, type LocalDay, localDayOf, minutesOfDay } from '../time/local-day';
import { isoTime } from '../time/outside-numbers';
import { parseLength } from '../time/parse-length';

/** Longer ones are a change of the settings, not a hold. */
export const longestHoldMs = 31 * 24 * 3_600_000;

export const longestMinutesAway = 24 * 60;

const minuteMs = 60_000;

/** The end of a hold that begins now and lasts so many hours. */
export const inHours = (hours: number, nowMs: number): string => isoTime(nowMs + hours * 60 * minuteMs);

/** The last minute of today; in that minute, of tomorrow. */
export const tonight = ({ nowMs, timeZone }: LocalNow): string => {
  const today = localDayOf(nowMs, timeZone);
  const lastMinuteMs = today.endMs - minuteMs;
  return isoTime(lastMinuteMs > nowMs ? lastMinuteMs : dayBeside(today, 1, timeZone).endMs - minuteMs);
};

/** The moment of a day at which its clock shows so many minutes; where the clock leaps over them, just after the leap. */
const momentOf = (day: LocalDay, minutes: number, timeZone: string): number => {
  const guessMs = day.startMs + minutes * minuteMs;
  const nearMs = guessMs + (minutes - minutesOfDay(guessMs, timeZone)) * minuteMs;
  return minutesOfDay(nearMs, timeZone) === minutes ? nearMs : guessMs;
};

/** The next time the clock here shows this. @param clock "18:30" */
export const nextClockTime = (clock: string, now: LocalNow): Outcome<string, 'no-time'> => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? [];
  const wanted = Number(hours) * 60 + Number(minutes);
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59)
    return failure('no-time', `“${clock}” is no time of the day. Write it as 18:30.`);
  const today = localDayOf(now.nowMs, now.timeZone);
  const todayMs = momentOf(today, wanted, now.timeZone);
  if (todayMs > now.nowMs) return success(isoTime(todayMs));
  return success(isoTime(momentOf(dayBeside(today, 1, now.timeZone), wanted, now.timeZone)));
};

/** Reads a length as people type it: `30m`, `4h`, `1h30m`, `2d`. @returns milliseconds */
export const parseHoldLength = (text: string): Outcome<number, 'no-length'> => {
  const lengthMs = (parseLength(text) ?? 0) * 1000;
  if (lengthMs === 0)
    return failure(
      'no-length',
      `“${text}” is no length of time. Write numbers with their units, such as 30m, 1h30m or 1d.`,
    );
  if (lengthMs > longestHoldMs) return failure('no-length', 'Keep Unlocked lasts a month at most.');
  return success(lengthMs);
};
