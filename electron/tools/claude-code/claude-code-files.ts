import type { ToolDoors } from '../../system/doors';
import { readInFormat } from '../common/read-in-format';
import { rememberFiles, rememberFolders } from '../common/remembered-files';
import { type AccountSighting, accountFormat } from './claude-code-account';
import type { SettingsSource } from './claude-code-overrides';
import { storedLoginFormat } from './claude-code-payload';
import { managedPreferencesFiles, managedSettingsFile, managedSettingsFolder } from './claude-code-places';
import { type ClaudeCodeSettings, claudeCodeSettingsFormat, managedPreferencesFormat } from './claude-code-settings';
import type { FileSighting } from './claude-code-sighting';
import type { UnreadFile } from './unread-file';

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
export const createClaudeCodeFiles = (doors: ToolDoors): ClaudeCodeFiles => {
  const { host } = doors;
  const credentials = rememberFiles(doors, async (path): Promise<FileSighting> => {
    const file = await readInFormat(host, path, storedLoginFormat);
    if (file.kind === 'none') return file;
    if (file.kind === 'unreadable') return { kind: 'file', path, modifiedAt: null, login: file };
    return { kind: 'file', path, modifiedAt: file.modifiedAt, login: file.value };
  });
  const account = rememberFiles(doors, async (path): Promise<AccountSighting> => {
    const file = await readInFormat(host, path, accountFormat);
    if (file.kind === 'none') return file;
    return file.kind === 'parsed' ? file.value : { ...file, path };
  });
  const settingsOf = rememberFiles(doors, async (path): Promise<SettingsRead> => {
    const file = await readInFormat(host, path, claudeCodeSettingsFormat);
    if (file.kind !== 'parsed') return file;
    const settings = file.value;
    if (settings === null) return { kind: 'unreadable', reason: 'it is not the JSON that Claude Code reads' };
    return { kind: 'settings', settings };
  });
  const preferencesOf = rememberFiles(doors, async (path): Promise<SettingsRead> => {
    const file = await readInFormat(host, path, managedPreferencesFormat);
    if (file.kind !== 'parsed') return file;
    const settings = file.value;
    return settings
      ? { kind: 'settings', settings }
      : { kind: 'unreadable', reason: 'it is no property list of settings' };
  });

  const listFolder = rememberFolders(doors, mostManagedFiles);
  const managedFiles = async (): Promise<readonly ReadFile[]> => {
    const folder = await listFolder(managedSettingsFolder);
    if (folder.kind === 'none') return [];
    if (folder.kind === 'unreadable') return [{ path: managedSettingsFolder, found: folder, isManaged: true }];
    const names = folder.names.filter((name) => /^[^.].*\.json$/.test(name));
    return Promise.all(names.map((name) => readFile(`${managedSettingsFolder}/${name}`, true)));
  };
  /** An administrator's settings come from one place: a configuration profile, else the files. */
  const managedSettings = async (): Promise<readonly ReadFile[]> => {
    const profiles: ReadFile[] = [];
    for (const path of managedPreferencesFiles(host)) {
      const found = await preferencesOf(path);
      profiles.push({ path, found, isManaged: true });
      if (found.kind === 'settings') return profiles;
    }
    const [file, others] = await Promise.all([readFile(managedSettingsFile, true), managedFiles()]);
    return [...profiles, file, ...others];
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
          found.kind === 'settings' ? [{ ...found.settings, where: `set in ${path}`, path, isManaged }] : [],
        ),
        unread: files.flatMap(({ path, found }) =>
          found.kind === 'unreadable' ? [{ path, reason: found.reason }] : [],
        ),
      };
    },
  };
};
