import { constants, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { failure, type Outcome, success } from '../core/outcome';

export interface OwnFileLimits {
  readonly ownerUid: number;
  readonly largestBytes: number;
}

export type OwnFileProblem = 'missing' | 'not-a-file' | 'not-private' | 'too-large' | 'not-text' | 'unreadable';

/**
 * Reads a small text file that is the user's alone. A link is not followed, a pipe not waited for, a device not read; what
 * is checked is the very file that is then read.
 */
export const readOwnFile = async (path: string, limits: OwnFileLimits): Promise<Outcome<string, OwnFileProblem>> => {
  try {
    const file = await open(
      path,
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY,
    );
    try {
      return problemOf(await file.stat(), limits) ?? (await readText(file, limits.largestBytes));
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return failure('missing', 'It is not there.');
    if (code === 'ELOOP') return failure('not-a-file', 'It is a link.');
    // A socket cannot be opened at all.
    if (code === 'ENXIO' || code === 'EOPNOTSUPP') return failure('not-a-file', 'It is not a plain file.');
    return failure('unreadable', 'It cannot be read.');
  }
};

const problemOf = (status: Stats, { ownerUid, largestBytes }: OwnFileLimits) => {
  if (!status.isFile()) return failure('not-a-file', 'It is not a plain file.');
  if (status.uid !== ownerUid) return failure('not-private', 'It belongs to another user.');
  if ((status.mode & 0o077) !== 0) return failure('not-private', 'Other users may read or write it.');
  if (status.nlink > 1) return failure('not-private', 'It has a second name elsewhere.');
  if (status.size > largestBytes) return failure('too-large', 'It is far too large.');
  return null;
};

/** It may grow while it is read: never more than one byte above the limit is taken. */
const readText = async (file: FileHandle, largestBytes: number): Promise<Outcome<string, OwnFileProblem>> => {
  const buffer = Buffer.alloc(largestBytes + 1);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
  if (bytesRead > largestBytes) return failure('too-large', 'It is far too large.');
  try {
    return success(new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead)));
  } catch {
    return failure('not-text', 'It is not text.');
  }
};
