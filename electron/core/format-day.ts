import type { LocalNow } from './format-moment';
import { localDayOf } from './local-day';

const formats = new Map<string, Intl.DateTimeFormat>();

const part = (atMs: number, timeZone: string, options: Intl.DateTimeFormatOptions): string => {
  const key = `${JSON.stringify(options)} ${timeZone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  formats.set(key, format);
  return format.format(atMs);
};

/** "Thursday 10 September 2026". Put together from its parts, because what stands between them differs from one ICU to the next. */
export const formatCalendarDay = (atMs: number, timeZone: string): string =>
  [
    part(atMs, timeZone, { weekday: 'long' }),
    part(atMs, timeZone, { day: 'numeric' }),
    part(atMs, timeZone, { month: 'long' }),
    part(atMs, timeZone, { year: 'numeric' }),
  ].join(' ');

/** "Today", "Yesterday", "Tuesday 8 September". */
export const formatDayTitle = (atMs: number, { nowMs, timeZone }: LocalNow): string => {
  const today = localDayOf(nowMs, timeZone);
  const { startMs } = localDayOf(atMs, timeZone);
  if (startMs === today.startMs) return 'Today';
  if (startMs === localDayOf(today.startMs - 1, timeZone).startMs) return 'Yesterday';
  const [weekday, day, month] = formatCalendarDay(atMs, timeZone).split(' ');
  return `${weekday} ${day} ${month}`;
};
