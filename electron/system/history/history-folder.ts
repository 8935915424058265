import type { HistoryEvent } from '../../core/history/history-event';
import { failure, type Outcome, success } from '../../core/outcome';
import { utcDay } from '../../core/time/local-day';
import { readBoundedFolder } from '../files/bounded-folder';
import { removeFile } from '../files/durable-file';
import { findFolder, makeClosedFolderNow, type OwnFolder } from '../files/own-folder';
import { historyFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';
import { readDay } from './history-day';
import { appendToDay } from './history-file';

export interface HistoryReading {
  /** In the order in which they were written. */
  readonly events: readonly HistoryEvent[];
  /** What could not be read, each as a sentence with the file's path. */
  readonly problems: readonly string[];
  /** Lines that are no events: one that was cut off by a crash, or somebody else's. They stay where they are. */
  readonly skippedLines: number;
}

/** The history on disk: a file for each day of UTC, each line an event. Days are named as in `2026-09-10`. */
export interface HistoryDoor {
  /**
   * Adds events, all of one day, at once.
   *
   * @param opening what goes before the first event of a day's file that is made.
   */
  append(events: readonly HistoryEvent[], opening: readonly HistoryEvent[]): Outcome<void>;
  /** The days that have a file, the oldest first. */
  days(): Promise<Outcome<readonly string[]>>;
  read(days: readonly string[]): Promise<HistoryReading>;
  /** Removes the days before this one. @returns how many went */
  removeBefore(day: string): Promise<Outcome<number>>;
  erase(): Promise<Outcome<number>>;
}

const mostNames = 5_000;
const dayFile = /^(\d{4}-\d\d-\d\d)\.ndjson$/;

export const createHistoryDoor = (host: MacHost): HistoryDoor => {
  const folder = historyFolder(host);

  /** Null where there is none. */
  const find = async (): Promise<Outcome<OwnFolder | null>> => {
    const found = await findFolder(host, folder);
    if (found.kind === 'refused')
      return failure('no-folder', `The history in ${folder} cannot be read. ${found.reason}`);
    return success(found.kind === 'folder' ? found.folder : null);
  };

  const days = async (): Promise<Outcome<readonly string[]>> => {
    const found = await find();
    if (!found.ok) return found;
    if (found.value === null) return success([]);
    const names = await readBoundedFolder(host, folder, mostNames);
    if (names.kind === 'unreadable') return failure('no-folder', `${folder} cannot be read: ${names.reason}.`);
    if (names.kind === 'none') return success([]);
    return success(names.names.flatMap((name) => dayFile.exec(name)?.[1] ?? []).sort());
  };

  /** Whatever lies under a day's name goes; a folder does not, because it is not ours. */
  const removeDays = async (isMeant: (day: string) => boolean): Promise<Outcome<number>> => {
    const [found, listed] = [await find(), await days()];
    if (!found.ok) return found;
    if (!listed.ok) return listed;
    if (found.value === null) return success(0);
    const failures: string[] = [];
    let removed = 0;
    for (const day of listed.value.filter(isMeant)) {
      const gone = await removeFile(found.value, `${day}.ndjson`);
      if (gone.ok) removed += 1;
      else failures.push(`${folder}/${day}.ndjson is still there. ${gone.reason}`);
    }
    return failures.length === 0 ? success(removed) : failure('not-removed', failures.join(' '));
  };

  return {
    append(events, opening) {
      const last = events.at(-1);
      if (last === undefined) return success(undefined);
      const made = makeClosedFolderNow(host, folder);
      if (!made.ok) return failure('no-folder', `No history is kept. ${made.reason}`);
      const file = `${utcDay(last.at)}.ndjson`;
      const appended = appendToDay(made.value, file, {
        lines: events.map((event) => JSON.stringify(event)),
        opening: opening.map((event) => JSON.stringify(event)),
        at: last.at,
      });
      if (appended.ok) return appended;
      return failure(
        appended.code,
        `The history of today cannot be written into ${folder}/${file}. ${appended.reason}`,
      );
    },
    days,
    async read(wanted) {
      const events: HistoryEvent[] = [];
      const problems: string[] = [];
      let skippedLines = 0;
      const found = await find();
      if (!found.ok) return { events, problems: [found.reason], skippedLines };
      if (found.value === null) return { events, problems, skippedLines };
      // One after the other: nobody waits for it, and thirty days may be large.
      for (const day of wanted) {
        const reading = await readDay(found.value, `${day}.ndjson`, day);
        events.push(...reading.events);
        skippedLines += reading.skippedLines;
        if (reading.problem !== null) problems.push(`${folder}/${day}.ndjson was left out. ${reading.problem}`);
      }
      return { events, problems, skippedLines };
    },
    removeBefore: (first) => removeDays((day) => day < first),
    erase: () => removeDays(() => true),
  };
};
