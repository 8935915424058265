import { failure, type Outcome, success } from '../core/outcome';
import { readBoundedFile } from '../system/bounded-file';
import type { MacDoors } from '../system/doors';
import { claudeCodeCredential } from './claude-code-credential';
import { createItemSearch } from './claude-code-items';
import { overrideInEnvironment, overrideInSettings } from './claude-code-overrides';
import { parseStoredLogin, type StoredLogin } from './claude-code-payload';
import { claudeCodePlaces } from './claude-code-places';
import type { ClaudeCodeSighting, FileSighting, ItemSighting } from './claude-code-sighting';
import type { CredentialTool } from './credential-tool';
import { rememberUntilFileChanges } from './fingerprint-cache';
import { isJsonObject, parseJsonObject } from './json-object';

const credentialsLimitBytes = 1024 * 1024;
const settingsLimitBytes = 1024 * 1024;
/** It holds the history of every project. */
const accountLimitBytes = 64 * 1024 * 1024;

type FoundItem = Extract<ItemSighting, { kind: 'found' }>;

/** Claude Code's login: in the keychain, or in a plain file where the keychain was locked when it was written. */
export const createClaudeCode = (doors: MacDoors): CredentialTool & { readonly id: 'claude-code' } => {
  const { host } = doors;
  const places = claudeCodePlaces(host);
  const findItems = createItemSearch(doors, places);
  /** What a click has read, with the write of the item that it was read from. */
  let clicked: { readonly of: string; readonly login: StoredLogin } | null = null;

  const readCredentialsFile = rememberUntilFileChanges(
    doors,
    places.credentialsFile,
    async (): Promise<FileSighting> => {
      const path = places.credentialsFile;
      const file = await readBoundedFile(host, path, credentialsLimitBytes);
      if (file.kind === 'none') return file;
      if (file.kind === 'unreadable') return { kind: 'file', path, modifiedAt: null, login: file };
      return { kind: 'file', path, modifiedAt: file.modifiedAt, login: parseStoredLogin(file.text) };
    },
  );

  const readOverrides = places.settingsFiles.map((path) =>
    rememberUntilFileChanges(doors, path, async () => {
      const file = await readBoundedFile(host, path, settingsLimitBytes);
      const name = file.kind === 'text' ? overrideInSettings(file.text) : null;
      return name === null ? null : { name, where: `set in ${path}` };
    }),
  );

  const readHasAccount = places.accountFiles.map((path) =>
    rememberUntilFileChanges(doors, path, async () => {
      const file = await readBoundedFile(host, path, accountLimitBytes);
      return file.kind === 'text' && isJsonObject(parseJsonObject(file.text)?.oauthAccount);
    }),
  );

  const findOverride = async (): Promise<ClaudeCodeSighting['override']> => {
    const name = overrideInEnvironment(host);
    if (name !== null) return { name, where: 'set in the environment' };
    for (const read of readOverrides) {
      const override = await read();
      if (override) return override;
    }
    return null;
  };

  const anyExists = async (paths: readonly string[]): Promise<boolean> =>
    (await Promise.all(paths.map((path) => doors.fileFingerprint(path)))).some((fingerprint) => fingerprint !== null);

  const look = async (): Promise<ClaudeCodeSighting> => {
    const [override, file, { item, apiKeyItem }] = await Promise.all([
      findOverride(),
      readCredentialsFile(),
      findItems(),
    ]);
    const isStored = item.kind === 'found' || apiKeyItem.kind === 'found' || file.kind === 'file';
    // Its executable may be anywhere (npm, a version manager): what it leaves behind tells as much.
    const traces = [...places.executables, places.configFolder, ...places.accountFiles];
    return {
      installed: isStored || (await anyExists(traces)),
      override,
      item,
      apiKeyItem,
      file,
      readLogin: item.kind === 'found' && clicked?.of === writeOf(item) ? clicked.login : null,
      hasAccount: !isStored && (await Promise.all(readHasAccount.map((read) => read()))).includes(true),
    };
  };

  const readExpiry = async (): Promise<Outcome<void>> => {
    const { item } = await findItems();
    if (item.kind === 'none') return failure('item-not-found', 'There is no Claude Code login in the keychain.');
    if (item.kind === 'unknown') return failure('unknown', item.reason);
    const lock = await doors.lock.read(item.keychainPath);
    if (lock.state === 'locked') return failure('locked', 'The keychain is locked. Unlock it, then read the expiry.');
    if (lock.state === 'unknown') return failure('unknown', lock.reason);
    const { service, account, keychainPath } = item;
    const login = await doors.security.readItem({ service, account, keychainPath }, parseStoredLogin);
    if (!login.ok) return login;
    clicked = { of: writeOf(item), login: login.value };
    return login.value.kind === 'unreadable'
      ? failure('garbled', `The item was read, but ${login.value.reason}.`)
      : success(undefined);
  };

  return {
    id: 'claude-code',
    name: 'Claude Code',
    folders: () => [places.configFolder],
    async look() {
      const sighting = await look();
      return (now) => claudeCodeCredential(sighting, now);
    },
    readExpiry,
  };
};

const writeOf = ({ service, account, keychainPath, modifiedAt }: FoundItem): string =>
  JSON.stringify([service, account, keychainPath, modifiedAt]);
