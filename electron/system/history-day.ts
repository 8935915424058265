import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { HistoryEvent } from '../core/history-event';
import { parseHistoryEvent } from '../core/parse-history-event';
import { mostDayBytes } from './history-file';

export interface DayReading {
  readonly events: readonly HistoryEvent[];
  /** Why it, or the rest of it, was not read; null where all was. */
  readonly problem: string | null;
  readonly skippedLines: number;
}

const nothing: DayReading = { events: [], problem: null, skippedLines: 0 };

/**
 * Reads a day's file, whatever lies there; a link is not followed, a pipe not waited for. A line counts if it is an event of
 * that day.
 *
 * @param path on disk.
 */
export const readDay = async (
  path: string,
  { day, ownerUid }: { readonly day: string; readonly ownerUid: number },
): Promise<DayReading> => {
  let file: FileHandle | undefined;
  try {
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;
    file = await open(path, flags);
    const problem = problemOf(await file.stat(), ownerUid);
    if (problem !== null) return { ...nothing, problem };
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mostDayBytes), 0, mostDayBytes, 0);
    const isLarger = (await file.stat()).size > mostDayBytes;
    const reading = eventsOf(buffer.subarray(0, bytesRead).toString('utf8'), day);
    return isLarger ? { ...reading, problem: 'It is larger than Latchkey makes it; its beginning was read.' } : reading;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'ENOENT') return nothing;
    return { ...nothing, problem: code === 'ELOOP' ? 'It is a link.' : `It cannot be read: macOS answered ${code}.` };
  } finally {
    await file?.close().catch(() => {});
  }
};

const problemOf = (status: Stats, ownerUid: number): string | null => {
  if (!status.isFile()) return 'It is not a plain file.';
  if (status.uid !== ownerUid) return 'It belongs to another user.';
  return null;
};

const eventsOf = (text: string, day: string): DayReading => {
  const lines = text.split('\n').filter((line) => line !== '');
  const events = lines.flatMap((line) => parseHistoryEvent(line) ?? []).filter(({ at }) => at.startsWith(day));
  return { events, problem: null, skippedLines: lines.length - events.length };
};
