import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { codeOfError } from '../../core/text/code-of-error';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { type NoFile, nothingAt } from './nothing-there';

export type FileText = NoFile | { readonly kind: 'text'; readonly text: string; readonly modifiedAt: number };

export type FileBytes = NoFile | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly modifiedAt: number };

/**
 * Reads a small text file of the user's. One that is not there is an answer; one that is there and cannot be read, is no
 * file or is larger than it can be, is another.
 */
export const readBoundedFile = async (host: MacHost, macPath: string, limitBytes: number): Promise<FileText> => {
  const file = await readBoundedBytes(host, macPath, limitBytes);
  if (file.kind !== 'bytes') return file;
  return { kind: 'text', text: file.bytes.toString('utf8'), modifiedAt: file.modifiedAt };
};

/** Not to wait where the path is a pipe that nobody writes to. */
const withoutWaiting = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

const readStart = (file: FileHandle, length: number) => file.read(Buffer.alloc(length), 0, length, 0);

/** The same for a file that holds no text. */
export const readBoundedBytes = (host: MacHost, macPath: string, limitBytes: number): Promise<FileBytes> =>
  readBoundedDisk(onDisk(host, macPath), limitBytes);

/** The same for what lies outside of the Mac that is looked at: a path on disk. */
export const readBoundedDisk = async (path: string, limitBytes: number): Promise<FileBytes> => {
  let file: FileHandle | undefined;
  try {
    file = await open(path, withoutWaiting);
    const found = await file.stat();
    if (!found.isFile()) return { kind: 'unreadable', reason: 'it is not a regular file' };
    // One byte more than there should be: whether a file grows meanwhile is seen, and it is not read without end.
    const expected = await readStart(file, Math.min(found.size, limitBytes) + 1);
    const hasGrown = expected.bytesRead > found.size && expected.bytesRead <= limitBytes;
    const { buffer, bytesRead } = hasGrown ? await readStart(file, limitBytes + 1) : expected;
    if (bytesRead > limitBytes) return { kind: 'unreadable', reason: 'it is far larger than it should be' };
    return { kind: 'bytes', bytes: buffer.subarray(0, bytesRead), modifiedAt: found.mtimeMs };
  } catch (error) {
    const code = codeOfError(error);
    if (code !== 'ENOENT') return { kind: 'unreadable', reason: `macOS answered ${code}` };
    return nothingAt(path);
  } finally {
    await file?.close().catch(() => {});
  }
};

/** Reads so many bytes from this place of a file; fewer where it ends. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>;

export type OpenedFile<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'not-a-file' }
  /** macOS's error code. */
  | { readonly kind: 'failed'; readonly code: string };

/** Opens a file of any size, of which only some places are wanted. */
export const readPlaces = async <Value>(
  host: MacHost,
  macPath: string,
  read: (at: ReadAt) => Promise<Value>,
): Promise<OpenedFile<Value>> => {
  let file: FileHandle | undefined;
  try {
    const opened = await open(onDisk(host, macPath), withoutWaiting);
    file = opened;
    if (!(await opened.stat()).isFile()) return { kind: 'not-a-file' };
    const value = await read(async (offset, length) => {
      const { buffer, bytesRead } = await opened.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
    return { kind: 'read', value };
  } catch (error) {
    return { kind: 'failed', code: codeOfError(error) };
  } finally {
    await file?.close().catch(() => {});
  }
};
