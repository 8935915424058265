import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { sessionKind } from './audit-session';
import { keychainFileBytes, type StoredSettings, storedSettings, withSettings } from './keychain-file';
import type { Mac } from './mac';
import { asFileName, replaceFile, statePath } from './mac-files';
import type { KeychainItem, MacPlan } from './mac-plan';

const passwordFile = (root: string, path: string): string => statePath(root, `passwords/${asFileName(path)}`);
const itemsFile = (root: string, path: string): string => statePath(root, `items/${asFileName(path)}`);
const attributesFile = (root: string, path: string): string => statePath(root, `item-attributes/${asFileName(path)}`);

/** Lists and marks that macOS keeps in com.apple.security.plist. */
export interface KeychainPreferences {
  readonly searchList: readonly string[];
  readonly standard: string | null;
  readonly login: string | null;
  /** Of programs in the initial session, where somebody has changed it. */
  readonly initialSearchList?: readonly string[];
}

export const readPreferences = (root: string): KeychainPreferences =>
  JSON.parse(readFileSync(statePath(root, 'keychain-preferences.json'), 'utf8')) as KeychainPreferences;

/** A keychain of the system's, which programs in the initial session know and no other. */
export const systemKeychain = '/Library/Keychains/System.keychain';

/**
 * What a program in that session searches. In the initial one the Keychain API keeps to the system's preferences
 * (`StorageManager.cpp`, defaultPreferenceDomain): the user's keychains are not on its list.
 */
export const preferencesIn = ({ root, plan }: Mac, session: string): KeychainPreferences => {
  const preferences = readPreferences(root);
  if (sessionKind(plan, session) !== 'initial') return preferences;
  const searchList = preferences.initialSearchList ?? [systemKeychain];
  return { ...preferences, searchList, standard: systemKeychain, login: systemKeychain };
};

export const writePreferences = (root: string, preferences: KeychainPreferences): void => {
  replaceFile(statePath(root, 'keychain-preferences.json'), JSON.stringify(preferences));
  // The C stub of the framework reads these two.
  replaceFile(statePath(root, 'default-keychain'), preferences.standard ?? '');
  replaceFile(statePath(root, 'search-list'), preferences.searchList.join('\n'));
  // What a program sees of it: the file is replaced with every change.
  const { user } = JSON.parse(readFileSync(statePath(root, 'mac.json'), 'utf8')) as MacPlan;
  replaceFile(`${root}${user.home}/Library/Preferences/com.apple.security.plist`, JSON.stringify(preferences));
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

/** The bytes of its account. */
export const accountBytes = ({ account, accountHex }: KeychainItem): Buffer =>
  accountHex === null ? Buffer.from(account) : Buffer.from(accountHex, 'hex');

/** Once as JSON, and once without the secrets in lines that the C stub of the framework can read. */
const replaceItems = (root: string, path: string, items: readonly KeychainItem[]): void => {
  replaceFile(itemsFile(root, path), JSON.stringify(items), { mode: 0o600 });
  const digits = (text: string | null): string => (text === null ? '-' : Buffer.from(text).toString('hex'));
  const lines = items.map((item) =>
    [
      ...[item.itemClass, Math.floor(item.createdAtMs), Math.floor(item.modifiedAtMs), digits(item.service)],
      ...[accountBytes(item).toString('hex'), digits(item.label), digits(item.path)],
    ].join('\t'),
  );
  replaceFile(attributesFile(root, path), lines.map((line) => `${line}\n`).join(''), { mode: 0o600 });
};

/** Every change of an item touches the keychain's file, as on a Mac. */
export const writeItems = (mac: Mac, path: string, items: readonly KeychainItem[]): void => {
  replaceItems(mac.root, path, items);
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
  replaceItems(mac.root, keychain.path, keychain.items);
  writeKeychainFile(mac, keychain.path, keychain, keychain.modifiedAtMs);
};

export const removeKeychain = (mac: Mac, path: string): void => {
  const files = [passwordFile, itemsFile, attributesFile].map((fileOf) => fileOf(mac.root, path));
  for (const file of [mac.root + path, ...files]) rmSync(file, { force: true });
};
