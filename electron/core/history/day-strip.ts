import type { LocalDay } from '../time/local-day';
import { isoTime } from '../time/outside-numbers';
import type { SessionKind } from '../words/session';
import { byTime, type HistoryEvent, type SessionEvent } from './history-event';
import { type KeychainTimeline, keychainTimeline, type OpenSpan, type SeenState } from './keychain-timeline';

/** A time, ISO 8601 UTC. */
export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

/** A time in which the keychain was in one state. */
export interface StripSegment extends TimeSpan, SeenState {}

export interface SessionLane {
  readonly sessionId: string;
  readonly sessionKind: SessionKind;
  readonly name?: string;
  readonly comesFrom?: string;
  readonly spans: readonly TimeSpan[];
}

/** A day of the history as it is drawn. What lies ahead is in none of its parts. */
export interface DayStrip {
  readonly startsAt: string;
  readonly endsAt: string;
  /** Without gaps from the day's start to its end, or to now. */
  readonly segments: readonly StripSegment[];
  readonly sleeps: readonly TimeSpan[];
  readonly holds: readonly TimeSpan[];
  /** In the order in which they came. */
  readonly sessions: readonly SessionLane[];
  /** What happened after this was too much for the day's file. */
  readonly truncatedAt?: string;
}

export interface StripOptions {
  /** Whose lock state is drawn. */
  readonly keychainPath: string;
  readonly day: LocalDay;
  /** Milliseconds since 1970: until when the last known state is known to hold. */
  readonly watchedUntilMs: number;
  readonly nowMs: number;
}

/**
 * Draws a day together.
 *
 * @param events of that day and from before it, back to where the state at its start can be told; in any order.
 */
export const dayStrip = (events: readonly HistoryEvent[], options: StripOptions): DayStrip => {
  const { day, watchedUntilMs, nowMs, keychainPath } = options;
  const endMs = Math.max(day.startMs, Math.min(day.endMs, nowMs));
  const inOrder = [...events].filter(({ at }) => Date.parse(at) <= endMs).sort(byTime);
  const timeline = keychainTimeline(inOrder, keychainPath, watchedUntilMs);
  const clip = clipTo(day.startMs, endMs);
  const truncatedAt = inOrder.find(({ kind, at }) => kind === 'truncated' && Date.parse(at) >= day.startMs)?.at;
  return {
    startsAt: isoTime(day.startMs),
    endsAt: isoTime(day.endMs),
    segments: segmentsOf(timeline, clip),
    sleeps: timeline.sleeps.flatMap(clip).map(spanOf),
    holds: timeline.holds.flatMap(clip).map(spanOf),
    sessions: lanesOf(timeline, clip),
    ...(truncatedAt === undefined ? {} : { truncatedAt }),
  };
};

type Clip = <Span extends OpenSpan>(span: Span) => readonly Span[];

const clipTo =
  (startMs: number, endMs: number): Clip =>
  (span) => {
    const [from, to] = [Math.max(span.from, startMs), Math.min(span.to, endMs)];
    return to > from ? [{ ...span, from, to }] : [];
  };

const spanOf = ({ from, to }: OpenSpan): TimeSpan => ({ from: isoTime(from), to: isoTime(to) });

const segmentsOf = ({ states }: KeychainTimeline, clip: Clip): readonly StripSegment[] => {
  const segments: StripSegment[] = [];
  for (const { from, to, state, cause, by } of states.flatMap(clip)) {
    const last = segments.at(-1);
    if (last && last.state === state && last.cause === cause && last.by === by) {
      segments[segments.length - 1] = { ...last, to: isoTime(to) };
    } else segments.push({ from: isoTime(from), to: isoTime(to), state, cause, by });
  }
  return segments;
};

const lanesOf = ({ sessions }: KeychainTimeline, clip: Clip): readonly SessionLane[] => {
  const lanes = new Map<string, { readonly event: SessionEvent; readonly spans: TimeSpan[] }>();
  for (const { event, ...span } of sessions) {
    for (const part of clip(span)) {
      const lane = lanes.get(event.sessionId) ?? { event, spans: [] };
      lane.spans.push(spanOf(part));
      lanes.set(event.sessionId, lane);
    }
  }
  return [...lanes.values()]
    .map(({ event: { sessionId, sessionKind, name, from }, spans }) => ({
      sessionId,
      sessionKind,
      spans,
      ...(name === undefined ? {} : { name }),
      ...(from === undefined ? {} : { comesFrom: from }),
    }))
    .sort((one, other) => ((one.spans[0]?.from ?? '') < (other.spans[0]?.from ?? '') ? -1 : 1));
};
