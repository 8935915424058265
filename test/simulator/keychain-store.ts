import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { keychainFileBytes, type StoredSettings, storedSettings, withSettings } from './keychain-file';
import type { Mac } from './mac';
import { asFileName, replaceFile, statePath } from './mac-files';
import type { KeychainItem } from './mac-plan';

const passwordFile = (root: string, path: string): string => statePath(root, `passwords/${asFileName(path)}`);
const itemsFile = (root: string, path: string): string => statePath(root, `items/${asFileName(path)}`);

/** Lists and marks that macOS keeps in com.apple.security.plist. */
export interface KeychainPreferences {
  readonly searchList: readonly string[];
  readonly standard: string | null;
  readonly login: string | null;
}

export const readPreferences = (root: string): KeychainPreferences =>
  JSON.parse(readFileSync(statePath(root, 'keychain-preferences.json'), 'utf8')) as KeychainPreferences;

export const writePreferences = (root: string, preferences: KeychainPreferences): void => {
  replaceFile(statePath(root, 'keychain-preferences.json'), JSON.stringify(preferences));
  // The C stub of the framework reads this one.
  replaceFile(statePath(root, 'default-keychain'), preferences.standard ?? '');
};

export type KeychainOnDisk = 'a-keychain' | 'not-a-keychain' | 'nothing';

export const whatIsThere = (root: string, path: string): KeychainOnDisk =>
  !existsSync(root + path) ? 'nothing' : readStoredSettings(root, path) === null ? 'not-a-keychain' : 'a-keychain';

export const readStoredSettings = (root: string, path: string): StoredSettings | null => {
  try {
    return storedSettings(readFileSync(root + path));
  } catch {
    return null;
  }
};

/**
 * Writes the file anew, as macOS does for any change: another inode, another modification time. A new keychain draws its
 * signature; one that is there keeps it.
 */
export const writeKeychainFile = (mac: Mac, path: string, settings: StoredSettings, modifiedAtMs = mac.now()): void => {
  const existing = existsSync(mac.root + path) ? withSettings(readFileSync(mac.root + path), settings) : null;
  const bytes = existing ?? keychainFileBytes(path, settings, randomBytes(16));
  replaceFile(mac.root + path, bytes, { mode: 0o600, modifiedAtMs });
};

export const isPassword = (root: string, path: string, password: string): boolean =>
  existsSync(passwordFile(root, path)) && readFileSync(passwordFile(root, path), 'utf8') === password;

export const readPassword = (root: string, path: string): string => readFileSync(passwordFile(root, path), 'utf8');

export const readItems = (root: string, path: string): readonly KeychainItem[] =>
  existsSync(itemsFile(root, path)) ? (JSON.parse(readFileSync(itemsFile(root, path), 'utf8')) as KeychainItem[]) : [];

/** Every change of an item touches the keychain's file, as on a Mac. */
export const writeItems = (mac: Mac, path: string, items: readonly KeychainItem[]): void => {
  replaceFile(itemsFile(mac.root, path), JSON.stringify(items), { mode: 0o600 });
  const settings = readStoredSettings(mac.root, path);
  if (settings !== null) writeKeychainFile(mac, path, settings);
};

export interface NewKeychain extends StoredSettings {
  readonly path: string;
  readonly password: string;
  readonly items: readonly KeychainItem[];
  readonly modifiedAtMs?: number;
}

export const addKeychain = (mac: Mac, keychain: NewKeychain): void => {
  replaceFile(passwordFile(mac.root, keychain.path), keychain.password, { mode: 0o600 });
  replaceFile(itemsFile(mac.root, keychain.path), JSON.stringify(keychain.items), { mode: 0o600 });
  writeKeychainFile(mac, keychain.path, keychain, keychain.modifiedAtMs);
};

export const removeKeychain = (mac: Mac, path: string): void => {
  for (const file of [mac.root + path, passwordFile(mac.root, path), itemsFile(mac.root, path)])
    rmSync(file, { force: true });
};
