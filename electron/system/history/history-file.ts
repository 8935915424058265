import type { Outcome } from '../../core/outcome';
import { appendToOwnFile } from '../files/append-file';
import type { OwnFileProblem } from '../files/own-file';
import type { OwnFolder } from '../files/own-folder';

/** What a day's file may hold. A busy day has a hundred lines of two hundred bytes. */
export const mostDayBytes = 256 * 1024;

const fullMark = '"kind":"truncated"}\n';
/** Room for the last line, which says that the day is full. */
const roomForMarkBytes = 128;

export interface DayLines {
  readonly lines: readonly string[];
  /** What goes before the first line of a file that is made. */
  readonly opening: readonly string[];
  /** ISO 8601: the time that a full day is marked with. */
  readonly at: string;
}

/**
 * Adds lines to a day's file; what is in it stays as it is, and a last line that was cut off by a crash stays a line of its
 * own. At once and not on the side, because the last lines are written while the app quits, and an app that holds up
 * quitting holds up the user's logout.
 */
export const appendToDay = (folder: OwnFolder, name: string, what: DayLines): Outcome<void, OwnFileProblem> =>
  appendToOwnFile(folder, name, roomForMarkBytes, (sizeBytes, end) => textToAdd(sizeBytes, end, what));

/** As many of the lines as there is room for; where there is none, one mark that says so, once. */
const textToAdd = (sizeBytes: number, end: string, { lines, opening, at }: DayLines): string => {
  if (end.endsWith(fullMark)) return '';
  const wanted = [...(sizeBytes === 0 ? opening : []), ...lines].map((line) => `${line}\n`);
  let text = sizeBytes > 0 && !end.endsWith('\n') ? '\n' : '';
  for (const line of wanted) {
    if (sizeBytes + Buffer.byteLength(text + line) > mostDayBytes - roomForMarkBytes) {
      return `${text}{"at":"${at}",${fullMark}`;
    }
    text += line;
  }
  return text;
};
