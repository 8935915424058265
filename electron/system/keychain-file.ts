import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { failure, type Outcome } from '../core/outcome';
import type { AutoLockSettings } from '../core/snapshot';
import type { MacHost } from './host';
import { onDisk } from './host';
import { readStoredSettings } from './keychain-file-header';

/**
 * The auto-lock settings stored in a keychain file. Nothing is unlocked and nobody is asked: the file is opened for
 * reading and only the places that lead to the two values are read, whatever its size.
 */
export const readKeychainFile = async (
  host: MacHost,
  keychainPath: string,
): Promise<Outcome<AutoLockSettings, 'not-readable'>> => {
  let file: FileHandle | undefined;
  try {
    // Not to wait where the path is a pipe that nobody writes to.
    file = await open(onDisk(host, keychainPath), constants.O_RDONLY | constants.O_NONBLOCK);
    const opened = file;
    if (!(await opened.stat()).isFile()) return failure('not-readable', 'The keychain is not a regular file.');
    return await readStoredSettings(async (offset, length) => {
      const { buffer, bytesRead } = await opened.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
  } catch (error) {
    return failure('not-readable', `The keychain file could not be read (${errorCodeOf(error)}).`);
  } finally {
    await file?.close().catch(() => {});
  }
};

const errorCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
