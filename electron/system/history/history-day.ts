import type { HistoryEvent } from '../../core/history/history-event';
import { parseHistoryEvent } from '../../core/history/history-event';
import { readOwnStart } from '../files/own-file';
import type { OwnFolder } from '../files/own-folder';
import { mostDayBytes } from './history-file';

export interface DayReading {
  readonly events: readonly HistoryEvent[];
  /** Why it, or the rest of it, was not read; null where all was. */
  readonly problem: string | null;
  readonly skippedLines: number;
}

/** No event has fewer characters than make so many lines of a whole file. */
const mostLines = 4_000;

const tooLarge = 'It is larger than Latchkey makes it; its beginning was read.';

const nothing: DayReading = { events: [], problem: null, skippedLines: 0 };

/** Reads a day's file, whatever lies there. A line counts if it is an event of that day. */
export const readDay = async (folder: OwnFolder, name: string, day: string): Promise<DayReading> => {
  const start = await readOwnStart(folder, name, { largestBytes: mostDayBytes, others: 'reading' });
  if (!start.ok) return start.code === 'missing' ? nothing : { ...nothing, problem: start.reason };
  const reading = eventsOf(start.value.bytes.toString('utf8'), day);
  if (!start.value.isCut) return reading;
  return { ...reading, problem: tooLarge };
};

const eventsOf = (text: string, day: string): DayReading => {
  const all = text.split('\n').filter((line) => line !== '');
  const lines = all.slice(0, mostLines);
  const events = lines.flatMap((line) => parseHistoryEvent(line) ?? []).filter(({ at }) => at.startsWith(day));
  return { events, problem: all.length > mostLines ? tooLarge : null, skippedLines: lines.length - events.length };
};
