import { readBoundedBytes, readBoundedFile } from '../system/bounded-file';
import { listFolder } from '../system/bounded-folder';
import type { MacDoors } from '../system/doors';
import { type AccountSighting, parseAccount } from './claude-code-account';
import type { SettingsSource } from './claude-code-overrides';
import { parseStoredLogin } from './claude-code-payload';
import { managedPreferencesFiles, managedSettingsFile, managedSettingsFolder } from './claude-code-places';
import { type ClaudeCodeSettings, parseClaudeCodeSettings, parseManagedPreferences } from './claude-code-settings';
import type { FileSighting, UnreadFile } from './claude-code-sighting';
import { rememberFiles, rememberUntilFileChanges } from './remembered-files';

const credentialsLimitBytes = 1024 * 1024;
const settingsLimitBytes = 1024 * 1024;
/** It holds the history of every project. */
const accountLimitBytes = 8 * 1024 * 1024;
const mostManagedFiles = 20;

export interface ReadSettings {
  /** The weakest first. */
  readonly sources: readonly SettingsSource[];
  readonly unread: readonly UnreadFile[];
}

type SettingsRead =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'settings'; readonly settings: ClaudeCodeSettings };

interface ReadFile {
  readonly path: string;
  readonly found: SettingsRead;
  readonly isManaged: boolean;
}

export interface ClaudeCodeFiles {
  credentials(path: string): Promise<FileSighting>;
  /** The first of them that exists. */
  account(paths: readonly string[]): Promise<AccountSighting>;
  /** @param projectFiles the weaker one first; an administrator's files count after them. */
  settings(userFile: string, projectFiles?: readonly string[]): Promise<ReadSettings>;
}

/** Reads Claude Code's files, each again only when it has changed. No secret of theirs is kept. */
export const createClaudeCodeFiles = (doors: MacDoors): ClaudeCodeFiles => {
  const { host } = doors;
  const credentials = rememberFiles(doors, async (path): Promise<FileSighting> => {
    const file = await readBoundedFile(host, path, credentialsLimitBytes);
    if (file.kind === 'none') return file;
    if (file.kind === 'unreadable') return { kind: 'file', path, modifiedAt: null, login: file };
    return { kind: 'file', path, modifiedAt: file.modifiedAt, login: parseStoredLogin(file.text) };
  });
  const account = rememberFiles(doors, async (path): Promise<AccountSighting> => {
    const file = await readBoundedFile(host, path, accountLimitBytes);
    if (file.kind === 'none') return file;
    return file.kind === 'text' ? parseAccount(path, file.text) : { ...file, path };
  });
  const settingsOf = rememberFiles(doors, async (path): Promise<SettingsRead> => {
    const file = await readBoundedFile(host, path, settingsLimitBytes);
    if (file.kind !== 'text') return file;
    const settings = parseClaudeCodeSettings(file.text);
    if (settings === null) return { kind: 'unreadable', reason: 'it is not the JSON that Claude Code reads' };
    return { kind: 'settings', settings };
  });
  const preferencesOf = rememberFiles(doors, async (path): Promise<SettingsRead> => {
    const file = await readBoundedBytes(host, path, settingsLimitBytes);
    if (file.kind !== 'bytes') return file;
    const settings = parseManagedPreferences(file.bytes);
    return settings
      ? { kind: 'settings', settings }
      : { kind: 'unreadable', reason: 'it is no property list of settings' };
  });

  const listManaged = rememberUntilFileChanges(doors, managedSettingsFolder, async () =>
    (await listFolder(host, managedSettingsFolder, mostManagedFiles))
      .filter((name) => /^[^.].*\.json$/.test(name))
      .map((name) => `${managedSettingsFolder}/${name}`),
  );
  /** An administrator's settings come from one place: a configuration profile, else the files. */
  const managedSettings = async (): Promise<readonly ReadFile[]> => {
    const profiles: ReadFile[] = [];
    for (const path of managedPreferencesFiles(host)) {
      const found = await preferencesOf(path);
      profiles.push({ path, found, isManaged: true });
      if (found.kind === 'settings') return profiles;
    }
    const paths = [managedSettingsFile, ...(await listManaged())];
    return [...profiles, ...(await Promise.all(paths.map((path) => readFile(path, true))))];
  };
  const readFile = async (path: string, isManaged: boolean): Promise<ReadFile> => ({
    path,
    found: await settingsOf(path),
    isManaged,
  });
  return {
    credentials,
    async account(paths) {
      for (const path of paths) {
        const found = await account(path);
        if (found.kind !== 'none') return found;
      }
      return { kind: 'none' };
    },
    async settings(userFile, projectFiles = []) {
      const [own, managed] = await Promise.all([
        Promise.all([userFile, ...projectFiles].map((path) => readFile(path, false))),
        managedSettings(),
      ]);
      const files = [...own, ...managed];
      return {
        sources: files.flatMap(({ path, found, isManaged }) =>
          found.kind === 'settings' ? [{ ...found.settings, where: `set in ${path}`, isManaged }] : [],
        ),
        unread: files.flatMap(({ path, found }) =>
          found.kind === 'unreadable' ? [{ path, reason: found.reason }] : [],
        ),
      };
    },
  };
};
