import { lstatSync, mkdirSync } from 'node:fs';
import { lstat, unlink } from 'node:fs/promises';
import type { HistoryEvent } from '../core/history-event';
import { utcDay } from '../core/local-day';
import { failure, type Outcome, success } from '../core/outcome';
import { readBoundedFolder } from './bounded-folder';
import { readDay } from './history-day';
import { appendToDay } from './history-file';
import { type MacHost, onDisk } from './host';
import { historyFolder } from './support-folder';

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
  const folderOnDisk = onDisk(host, folder);
  const ownerUid = process.getuid?.() ?? host.uid;

  const prepare = (): Outcome<void> => {
    try {
      mkdirSync(folderOnDisk, { recursive: true, mode: 0o700 });
      const found = lstatSync(folderOnDisk);
      if (!found.isDirectory()) return failure('no-folder', `${folder} is not a folder, so no history is kept.`);
      if (found.uid !== ownerUid)
        return failure('no-folder', `${folder} belongs to another user, so no history is kept.`);
      return success(undefined);
    } catch (error) {
      return failure('no-folder', `${folder} cannot be used, so no history is kept: ${codeOf(error)}.`);
    }
  };

  const days = async (): Promise<Outcome<readonly string[]>> => {
    const status = await lstat(folderOnDisk).catch(() => null);
    if (status === null) return success([]);
    if (!status.isDirectory()) return failure('no-folder', `${folder} is not a folder.`);
    const names = await readBoundedFolder(host, folder, mostNames);
    if (names.kind === 'unreadable') return failure('no-folder', `${folder} cannot be read: ${names.reason}.`);
    if (names.kind === 'none') return success([]);
    return success(names.names.flatMap((name) => dayFile.exec(name)?.[1] ?? []).sort());
  };

  /** Whatever lies under a day's name goes; a folder does not, because it is not ours. */
  const removeDays = async (isMeant: (day: string) => boolean): Promise<Outcome<number>> => {
    const listed = await days();
    if (!listed.ok) return listed;
    const failures: string[] = [];
    let removed = 0;
    for (const day of listed.value.filter(isMeant)) {
      await unlink(`${folderOnDisk}/${day}.ndjson`).then(
        () => {
          removed += 1;
        },
        (error: unknown) => failures.push(`${folder}/${day}.ndjson could not be removed: ${codeOf(error)}.`),
      );
    }
    return failures.length === 0 ? success(removed) : failure('not-removed', failures.join(' '));
  };

  return {
    append(events, opening) {
      const last = events.at(-1);
      if (last === undefined) return success(undefined);
      const prepared = prepare();
      if (!prepared.ok) return prepared;
      const file = `${utcDay(last.at)}.ndjson`;
      const [lines, firstLines] = [events, opening].map((some) => some.map((event) => JSON.stringify(event)));
      const appended = appendToDay(`${folderOnDisk}/${file}`, {
        ...{ lines: lines ?? [], opening: firstLines ?? [], at: last.at, ownerUid },
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
      // One after the other: nobody waits for it, and thirty days may be large.
      for (const day of wanted) {
        const reading = await readDay(`${folderOnDisk}/${day}.ndjson`, { day, ownerUid });
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

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? `macOS answered ${String(error.code)}` : 'the reason is not known';
