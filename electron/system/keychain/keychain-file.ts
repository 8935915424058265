import { readPlaces } from '../files/bounded-file';
import type { MacHost } from '../mac/host';
import { readStoredSettings } from './keychain-file-header';
import type { KeychainFileReading } from './keychain-file-reading';

/**
 * What a keychain's file itself says: its stored auto-lock settings and its signature. Nothing is unlocked and nobody is
 * asked: the file is opened for reading and only the places that lead to the values are read, whatever its size.
 */
export const readKeychainFile = async (host: MacHost, keychainPath: string): Promise<KeychainFileReading> => {
  const file = await readPlaces(host, keychainPath, readStoredSettings);
  switch (file.kind) {
    case 'read':
      return file.value.ok ? { kind: 'keychain', ...file.value.value } : unreadable(file.value.reason);
    case 'not-a-file':
      return unreadable('The keychain is not a regular file.');
    case 'failed':
      if (file.code === 'ENOENT' || file.code === 'ENOTDIR') return { kind: 'missing' };
      return unreadable(`The keychain file could not be read (${file.code}).`);
  }
};

const unreadable = (reason: string): KeychainFileReading => ({ kind: 'unreadable', reason });
