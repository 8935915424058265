import type { HistoryEvent } from '../../core/history/history-event';
import { utcDay } from '../../core/time/local-day';
import type { HistoryDoor } from '../../system/history/history-folder';

export interface HistoryWriter {
  /** @param opening goes before the first event of a day's file that is made. */
  write(events: readonly HistoryEvent[], opening: readonly HistoryEvent[]): void;
  /** What could not be written yet. It is tried again with the next event. */
  unwritten(): readonly HistoryEvent[];
  /** Why it could not; null while all is written. */
  problem(): string | null;
  forget(): void;
}

/** More than that is not kept in memory; the oldest go first. */
const mostUnwritten = 2_000;

/** Writes events day by day and keeps what cannot be written, so that nothing is lost while something lies in the way. */
export const createHistoryWriter = (door: Pick<HistoryDoor, 'append'>): HistoryWriter => {
  let unwritten: readonly HistoryEvent[] = [];
  let problem: string | null = null;
  return {
    write(events, opening) {
      const due = [...unwritten, ...events];
      unwritten = [];
      problem = null;
      for (const day of new Set(due.map(({ at }) => utcDay(at)))) {
        const ofDay = due.filter(({ at }) => utcDay(at) === day);
        const written = door.append(
          ofDay,
          opening.filter(({ at }) => utcDay(at) === day),
        );
        if (written.ok) continue;
        unwritten = [...unwritten, ...ofDay].slice(-mostUnwritten);
        problem = written.reason;
      }
    },
    unwritten: () => unwritten,
    problem: () => problem,
    forget: () => {
      unwritten = [];
      problem = null;
    },
  };
};
