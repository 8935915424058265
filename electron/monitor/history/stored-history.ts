import { byTime, type HistoryEvent } from '../../core/history/history-event';
import { failure, type Outcome, success } from '../../core/outcome';
import { utcDay } from '../../core/time/local-day';
import { isoTime } from '../../core/time/outside-numbers';
import type { HistoryDoor } from '../../system/history/history-folder';

export interface StoredEvents {
  readonly events: readonly HistoryEvent[];
  readonly problems: readonly string[];
  readonly skippedLines: number;
}

/** What the app has recorded: all that the command line, which records nothing, needs of the history. */
export interface StoredHistory {
  /** All since this moment, milliseconds since 1970. A failure: the folder cannot be read at all. */
  since(fromMs: number): Promise<Outcome<StoredEvents>>;
  /** @returns how many days' files went */
  erase(): Promise<Outcome<number>>;
}

export const createStoredHistory = (door: HistoryDoor): StoredHistory => ({
  async since(fromMs) {
    const listed = await door.days();
    if (!listed.ok) return failure(listed.code, listed.reason);
    const from = isoTime(Math.max(fromMs, 0));
    const stored = await door.read(listed.value.filter((day) => day >= utcDay(from)));
    const events = [...stored.events].sort(byTime);
    return success({ ...stored, events: events.filter(({ at }) => at >= from) });
  },
  erase: () => door.erase(),
});
