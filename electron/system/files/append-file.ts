import { closeSync, constants, fchmodSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { failure, type Outcome, success } from '../../core/outcome';
import { codeOfError } from '../../core/text/code-of-error';
import { type OwnFileProblem, openFailure, problemOfOwnFile } from './own-file';
import type { OwnFolder } from './own-folder';

/**
 * Adds to a file of the user's, which is made where there is none: a link is not followed, a pipe not waited for, what is in
 * it stays as it is. One that others were let into is closed to them. At once and not on the side, because what is
 * written last is written while the app quits.
 *
 * @param textFor what to add to a file of this size, which ends in these bytes (one character each).
 */
export const appendToOwnFile = (
  folder: OwnFolder,
  name: string,
  endBytes: number,
  textFor: (sizeBytes: number, end: string) => string,
): Outcome<void, OwnFileProblem> => {
  let file: number | undefined;
  try {
    const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;
    const careful = constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;
    file = openSync(`${folder.path}/${name}`, flags | careful, 0o600);
    const status = fstatSync(file);
    const problem = problemOfOwnFile(status, folder, 'anything');
    if (problem) return problem;
    if ((status.mode & 0o077) !== 0) fchmodSync(file, 0o600);
    const text = textFor(status.size, endOf(file, status.size, endBytes));
    if (text !== '') writeSync(file, text);
    return success(undefined);
  } catch (error) {
    const told = openFailure(codeOfError(error));
    return told.code === 'unreadable' ? failure(told.code, `macOS answered ${codeOfError(error)}.`) : told;
  } finally {
    if (file !== undefined) closeSync(file);
  }
};

const endOf = (file: number, sizeBytes: number, endBytes: number): string => {
  const buffer = Buffer.alloc(Math.min(sizeBytes, endBytes));
  readSync(file, buffer, 0, buffer.length, sizeBytes - buffer.length);
  return buffer.toString('latin1');
};
