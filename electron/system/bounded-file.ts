import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import type { MacHost } from './host';
import { onDisk } from './host';

type NoFile = { readonly kind: 'none' } | { readonly kind: 'unreadable'; readonly reason: string };

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

const readStart = (file: FileHandle, length: number) => file.read(Buffer.alloc(length), 0, length, 0);

/** The same for a file that holds no text. */
export const readBoundedBytes = async (host: MacHost, macPath: string, limitBytes: number): Promise<FileBytes> => {
  let file: FileHandle | undefined;
  try {
    // Not to wait where the path is a pipe that nobody writes to.
    file = await open(onDisk(host, macPath), constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await file.stat();
    if (!found.isFile()) return { kind: 'unreadable', reason: 'it is not a regular file' };
    // One byte more than there should be: whether a file grows meanwhile is seen, and it is not read without end.
    const expected = await readStart(file, Math.min(found.size, limitBytes) + 1);
    const hasGrown = expected.bytesRead > found.size && expected.bytesRead <= limitBytes;
    const { buffer, bytesRead } = hasGrown ? await readStart(file, limitBytes + 1) : expected;
    if (bytesRead > limitBytes) return { kind: 'unreadable', reason: 'it is far larger than it should be' };
    return { kind: 'bytes', bytes: buffer.subarray(0, bytesRead), modifiedAt: found.mtimeMs };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code !== 'ENOENT') return { kind: 'unreadable', reason: `macOS answered ${code}` };
    const isLink = await lstat(onDisk(host, macPath)).then(
      () => true,
      () => false,
    );
    return isLink ? { kind: 'unreadable', reason: 'it is a link to nowhere' } : { kind: 'none' };
  } finally {
    await file?.close().catch(() => {});
  }
};
