import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, stat } from 'node:fs/promises';
import { failure, type Outcome, success } from '../../core/outcome';
import { codeOfError } from '../../core/text/code-of-error';
import type { OwnFolder } from './own-folder';

export interface OwnFileLimits {
  readonly largestBytes: number;
  /** What its mode may allow everybody else. Default: nothing. */
  readonly others?: 'nothing' | 'reading';
}

export type OwnFileProblem = 'missing' | 'not-a-file' | 'not-private' | 'too-large' | 'not-text' | 'unreadable';

/** The beginning of a file, and whether it goes on. */
export interface OwnFileStart {
  readonly bytes: Buffer;
  readonly isCut: boolean;
}

/**
 * Reads a small text file that is the user's alone. A link is not followed, a pipe not waited for, a device not read; what
 * is checked is the very file that is then read.
 */
export const readOwnFile = async (
  folder: OwnFolder,
  name: string,
  limits: OwnFileLimits,
): Promise<Outcome<string, OwnFileProblem>> => {
  const start = await readOwnStart(folder, name, limits);
  if (!start.ok) return start;
  if (start.value.isCut) return failure('too-large', 'It is far too large.');
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(start.value.bytes));
  } catch {
    return failure('not-text', 'It is not text.');
  }
};

/** The same for what need not be text, and of what is too large the beginning. */
export const readOwnStart = async (
  folder: OwnFolder,
  name: string,
  limits: OwnFileLimits,
): Promise<Outcome<OwnFileStart, OwnFileProblem>> => {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY;
  try {
    const file = await open(`${folder.path}/${name}`, flags);
    try {
      return problemOfOwnFile(await file.stat(), folder, limits.others) ?? success(await startOf(file, limits));
    } finally {
      await file.close();
    }
  } catch (error) {
    return openFailure(codeOfError(error));
  }
};

/** Why this file, which is open, is not to be used; null where it may be. */
export const problemOfOwnFile = (
  status: Stats,
  { ownerUid }: OwnFolder,
  others: OwnFileLimits['others'] | 'anything' = 'nothing',
) => {
  if (!status.isFile()) return failure('not-a-file', 'It is not a plain file.');
  if (status.uid !== ownerUid) return failure('not-private', 'It belongs to another user.');
  if (status.nlink > 1) return failure('not-private', 'It has a second name elsewhere.');
  if (others === 'nothing' && (status.mode & 0o077) !== 0)
    return failure('not-private', 'Other users may read or write it.');
  if (others === 'reading' && (status.mode & 0o022) !== 0) return failure('not-private', 'Other users may write it.');
  return null;
};

/** Why a file could not be opened. */
export const openFailure = (code: string) => {
  if (code === 'ENOENT') return failure('missing', 'It is not there.');
  if (code === 'ELOOP') return failure('not-a-file', 'It is a link.');
  if (code === 'EISDIR') return failure('not-a-file', 'It is a folder.');
  // A socket cannot be opened at all.
  if (code === 'ENXIO' || code === 'EOPNOTSUPP') return failure('not-a-file', 'It is not a plain file.');
  return failure('unreadable', `It cannot be opened: macOS answered ${code}.`);
};

/** It may grow while it is read: never more than one byte above the limit is taken. */
const startOf = async (file: FileHandle, { largestBytes }: OwnFileLimits): Promise<OwnFileStart> => {
  const buffer = Buffer.alloc(Math.min((await file.stat()).size, largestBytes) + 1);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
  return { bytes: buffer.subarray(0, Math.min(bytesRead, largestBytes)), isCut: bytesRead > largestBytes };
};

/** What lies at a path. `unreadable`: macOS did not let it be seen, so there may be something. */
export type PathStatus =
  | { readonly kind: 'found'; readonly status: Stats }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly code: string };

/** What lies at a path on disk, a link included. */
export const statusOf = (path: string): Promise<PathStatus> =>
  lstat(path).then((status) => ({ kind: 'found', status }), notSeen);

/** The same of what a link leads to. */
export const statusBehind = (path: string): Promise<PathStatus> =>
  stat(path).then((status) => ({ kind: 'found', status }), notSeen);

/** Below what is no folder, there is nothing either. */
export const notSeen = (error: unknown): Exclude<PathStatus, { readonly kind: 'found' }> => {
  const code = codeOfError(error);
  return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'absent' } : { kind: 'unreadable', code };
};
