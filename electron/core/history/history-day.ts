import { type LocalDay, utcDay } from '../time/local-day';
import { isoTime } from '../time/outside-numbers';
import { type DayRow, dayRows, describeSegment } from './day-rows';
import { type DayStrip, dayStrip } from './day-strip';
import { isNews, laneTitle } from './format-history';
import { byTime, type HistoryEvent } from './history-event';

/** A day of the history for people: as a strip, and event by event. */
export interface HistoryDay {
  readonly strip: DayStrip;
  /** Of each segment of the strip: "Locked by its idle timeout". */
  readonly segmentWords: readonly string[];
  /** Of each session of the strip: "SSH login from 192.168.1.9". What comes from outside is in it as it is. */
  readonly sessionTitles: readonly string[];
  /** All that the strip draws, and what happened besides, in order of time; of a very long list the end. */
  readonly rows: readonly DayRow[];
  readonly moreRows: number;
  /** Whether an earlier day has a history. */
  readonly hasEarlier: boolean;
  /** Whether what happens now is kept. */
  readonly recording: 'on' | 'off';
  /** Said when some of it could not be read or written; else null. */
  readonly problem: string | null;
}

/** A day that flickers has thousands; the newest tell most. */
const mostRows = 200;

/** The days of UTC whose files a day of the calendar needs: its own, and the last one before, for how the day began. */
export const filesFor = (day: LocalDay, present: readonly string[]): readonly string[] => {
  const [first, last] = [utcDay(isoTime(day.startMs)), utcDay(isoTime(day.endMs - 1))];
  const before = present.filter((name) => name < first).at(-1);
  return [...(before === undefined ? [] : [before]), ...present.filter((name) => name >= first && name <= last)];
};

export interface HistoryDayFacts {
  readonly events: readonly HistoryEvent[];
  /** The days of UTC that have a file. */
  readonly files: readonly string[];
  readonly keychainPath: string;
  readonly day: LocalDay;
  readonly recording: HistoryDay['recording'];
  readonly problem: string | null;
  readonly nowMs: number;
}

/** Puts a day together from what its files hold. */
export const historyDay = (facts: HistoryDayFacts): HistoryDay => {
  const { events, files, day, recording, problem, nowMs } = facts;
  const strip = dayStrip(events, {
    keychainPath: facts.keychainPath,
    day,
    nowMs,
    watchedUntilMs: recording === 'on' ? nowMs : Number.NEGATIVE_INFINITY,
  });
  const ofDay = events.filter((event) => isNews(event) && event.at >= strip.startsAt && event.at < strip.endsAt);
  const rows = dayRows(strip, ofDay.sort(byTime));
  return {
    strip,
    segmentWords: strip.segments.map(describeSegment),
    sessionTitles: strip.sessions.map(laneTitle),
    rows: rows.slice(-mostRows),
    moreRows: Math.max(0, rows.length - mostRows),
    // A file of the UTC day before may lie wholly within this day of the calendar.
    hasEarlier: events.some(({ at }) => at < strip.startsAt) || files.some((name) => name < utcDay(strip.startsAt)),
    recording,
    problem,
  };
};
