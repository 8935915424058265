import type { DayStrip, StripSegment } from './day-strip';
import { formatCause, formatSegmentState, formatUndrawnEvent, laneTitle, type UndrawnEvent } from './format-history';
import type { HistoryEvent } from './history-event';

/** A line of the day as a table. `to` is null where something happened at one moment. */
export interface DayRow {
  readonly from: string;
  readonly to: string | null;
  /** What comes from outside is in it as it is. */
  readonly what: string;
}

/** "Locked by its idle timeout", "Unlocked, not known since when", "Not watched". */
export const describeSegment = (segment: StripSegment): string => {
  const cause = formatCause(segment);
  const word = formatSegmentState(segment);
  if (cause === null) return word;
  return segment.cause === 'unknown' ? `${word}, ${cause}` : `${word} ${cause}`;
};

/**
 * All that the strip draws, and what happened besides, in order of time.
 *
 * @param events those of that day that are news.
 */
export const dayRows = (strip: DayStrip, events: readonly HistoryEvent[]): readonly DayRow[] =>
  [
    ...strip.segments.map((segment) => ({ from: segment.from, to: segment.to, what: describeSegment(segment) })),
    ...strip.sleeps.map((span) => ({ ...span, what: 'The Mac slept' })),
    ...strip.holds.map((span) => ({ ...span, what: 'Kept unlocked' })),
    ...strip.sessions.flatMap((lane) => lane.spans.map((span) => ({ ...span, what: laneTitle(lane) }))),
    ...events.filter(isUndrawn).map((event) => ({ from: event.at, to: null, what: formatUndrawnEvent(event) })),
  ].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));

/** What the strip does not draw is a line of its own. */
const isMoment: Readonly<Record<HistoryEvent['kind'], boolean>> = {
  'auto-lock': true,
  'login-expiring': true,
  'login-expired': true,
  'hold-restored': true,
  truncated: true,
  'lock-state': false,
  'session-came': false,
  'session-left': false,
  'hold-started': false,
  'hold-ended': false,
  sleep: false,
  wake: false,
  'app-started': false,
  'app-stopped': false,
  watching: false,
};

const isUndrawn = (event: HistoryEvent): event is UndrawnEvent => isMoment[event.kind];
