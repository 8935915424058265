import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { KeychainFileReading } from './hold-doors';
import type { MacHost } from './host';
import { onDisk } from './host';
import { readStoredSettings } from './keychain-file-header';

/**
 * What a keychain's file itself says: its stored auto-lock settings and its signature. Nothing is unlocked and nobody is
 * asked: the file is opened for reading and only the places that lead to the values are read, whatever its size.
 */
export const readKeychainFile = async (host: MacHost, keychainPath: string): Promise<KeychainFileReading> => {
  let file: FileHandle | undefined;
  try {
    // Not to wait where the path is a pipe that nobody writes to.
    file = await open(onDisk(host, keychainPath), constants.O_RDONLY | constants.O_NONBLOCK);
    const opened = file;
    if (!(await opened.stat()).isFile()) return unreadable('The keychain is not a regular file.');
    const stored = await readStoredSettings(async (offset, length) => {
      const { buffer, bytesRead } = await opened.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    });
    return stored.ok ? { kind: 'keychain', ...stored.value } : unreadable(stored.reason);
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
    return unreadable(`The keychain file could not be read (${code}).`);
  } finally {
    await file?.close().catch(() => {});
  }
};

const unreadable = (reason: string): KeychainFileReading => ({ kind: 'unreadable', reason });

const errorCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
