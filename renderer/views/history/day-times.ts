import type { DayStrip, TimeSpan } from '../../../electron/core/history/day-strip';
import { formatClock, type LocalNow } from '../../../electron/core/time/format-moment';

/** "09:05 – 11:30", "22:10 – 24:00", "11:30 – now". */
export const formatSpan = ({ from, to }: TimeSpan, strip: DayStrip, now: LocalNow): string =>
  `${formatTime(from, now)} – ${formatEnd(to, strip, now)}`;

export const formatTime = (at: string, now: LocalNow): string => formatClock(Date.parse(at), now);

/** What goes on until now ends at no time yet; a day ends at 24:00, or 12:00 AM. */
export const formatEnd = (to: string, { endsAt, segments }: DayStrip, now: LocalNow): string => {
  if (to === endsAt) return formatTime(to, now).replace(/^00?(?=\D)/, '24');
  return to === segments.at(-1)?.to ? 'now' : formatTime(to, now);
};
