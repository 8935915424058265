import { closeSync, constants, fchmodSync, fstatSync, openSync, readSync, type Stats, writeSync } from 'node:fs';
import { failure, type Outcome, success } from '../core/outcome';

/** What a day's file may hold. A busy day has a hundred lines of two hundred bytes. */
export const mostDayBytes = 256 * 1024;

export type HistoryFileProblem = 'not-a-file' | 'not-private' | 'unwritable';

const fullMark = '"kind":"truncated"}\n';
/** Room for the last line, which says that the day is full. */
const roomForMarkBytes = 128;

/**
 * Adds lines to a day's file, whatever lies there: a link is not followed, a pipe not waited for, what is in it stays as it
 * is, and a last line that was cut off by a crash stays a line of its own. At once and not on the side, because the last
 * lines are written while the app quits, and an app that holds up quitting holds up the user's logout.
 *
 * @param path on disk.
 * @param opening lines that go before the first one of a file that is made.
 * @param at ISO 8601: the time that a full day is marked with.
 */
export const appendToDay = (
  path: string,
  {
    lines,
    opening,
    at,
    ownerUid,
  }: { lines: readonly string[]; opening: readonly string[]; at: string; ownerUid: number },
): Outcome<void, HistoryFileProblem> => {
  let file: number | undefined;
  try {
    const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;
    file = openSync(path, flags | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY, 0o600);
    const status = fstatSync(file);
    const problem = problemOf(status, ownerUid);
    if (problem) return problem;
    if ((status.mode & 0o077) !== 0) fchmodSync(file, 0o600);
    const text = textToAdd(status.size, lastOf(file, status.size), { lines, opening, at });
    if (text !== '') writeSync(file, text);
    return success(undefined);
  } catch (error) {
    return openFailure(error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

const problemOf = (status: Stats, ownerUid: number) => {
  if (!status.isFile()) return failure('not-a-file', 'It is not a plain file.');
  if (status.uid !== ownerUid) return failure('not-private', 'It belongs to another user.');
  if (status.nlink > 1) return failure('not-private', 'It has a second name elsewhere.');
  return null;
};

/** The reason why a file could not be opened, for a person. */
const openFailure = (error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  if (code === 'ELOOP') return failure('not-a-file', 'It is a link.');
  if (code === 'EISDIR') return failure('not-a-file', 'It is a folder.');
  if (code === 'ENXIO' || code === 'EOPNOTSUPP') return failure('not-a-file', 'It is not a plain file.');
  return failure('unwritable', `macOS answered ${code}.`);
};

const lastOf = (file: number, sizeBytes: number): string => {
  const buffer = Buffer.alloc(Math.min(sizeBytes, roomForMarkBytes));
  readSync(file, buffer, 0, buffer.length, sizeBytes - buffer.length);
  return buffer.toString('latin1');
};

/** As many of the lines as there is room for; where there is none, one mark that says so, once. */
const textToAdd = (
  sizeBytes: number,
  last: string,
  {
    lines,
    opening,
    at,
  }: { readonly lines: readonly string[]; readonly opening: readonly string[]; readonly at: string },
): string => {
  if (last.endsWith(fullMark)) return '';
  const wanted = [...(sizeBytes === 0 ? opening : []), ...lines].map((line) => `${line}\n`);
  let text = sizeBytes > 0 && !last.endsWith('\n') ? '\n' : '';
  for (const line of wanted) {
    if (sizeBytes + Buffer.byteLength(text + line) > mostDayBytes - roomForMarkBytes) {
      return `${text}{"at":"${at}",${fullMark}`;
    }
    text += line;
  }
  return text;
};
