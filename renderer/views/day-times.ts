import type { DayStrip, TimeSpan } from '../../electron/core/day-strip';
import { formatClock, type LocalNow } from '../../electron/core/format-moment';

/** "09:05 – 11:30", "22:10 – 24:00", "11:30 – now". */
export const formatSpan = ({ from, to }: TimeSpan, strip: DayStrip, now: LocalNow): string =>
  `${formatTime(from, now)} – ${formatEnd(to, strip, now)}`;

export const formatTime = (at: string, { timeZone }: LocalNow): string => formatClock(Date.parse(at), timeZone);

/** What goes on until now ends at no time yet; a day ends at 24:00. */
export const formatEnd = (to: string, { endsAt, segments }: DayStrip, now: LocalNow): string => {
  if (to === endsAt) return '24:00';
  return to === segments.at(-1)?.to ? 'now' : formatTime(to, now);
};
