import type { LocalNow, LocalPlace } from './format-moment';
import { localDayOf } from './local-day';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The parts of a day in the order in which they are written here. What stands between them differs from one ICU to the next. */
const partsOf = (atMs: number, { timeZone, locale = 'en-GB' }: LocalPlace) => {
  const key = `${timeZone} ${locale}`;
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  const parts = format.formatToParts(atMs);
  const partOf = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  const order = parts.map(({ type }) => type);
  const [day, month] = [partOf('day'), partOf('month')];
  const isMonthFirst = order.indexOf('month') < order.indexOf('day');
  return { weekday: partOf('weekday'), year: partOf('year'), isMonthFirst, day, month };
};

/** "Thursday 10 September 2026", "Thursday, September 10, 2026" */
export const formatDayInFull = (atMs: number, place: LocalPlace): string => {
  const { weekday, day, month, year, isMonthFirst } = partsOf(atMs, place);
  return isMonthFirst ? `${weekday}, ${month} ${day}, ${year}` : `${weekday} ${day} ${month} ${year}`;
};

/** "Today", "Yesterday", "Tuesday 8 September", "Tuesday, September 8". */
export const formatDayTitle = (atMs: number, now: LocalNow): string => {
  const { nowMs, timeZone } = now;
  const today = localDayOf(nowMs, timeZone);
  const { startMs } = localDayOf(atMs, timeZone);
  if (startMs === today.startMs) return 'Today';
  if (startMs === localDayOf(today.startMs - 1, timeZone).startMs) return 'Yesterday';
  const { weekday, day, month, isMonthFirst } = partsOf(atMs, now);
  return isMonthFirst ? `${weekday}, ${month} ${day}` : `${weekday} ${day} ${month}`;
};
