import { readBoundedFile } from '../system/bounded-file';
import { listFolder } from '../system/bounded-folder';
import type { MacDoors } from '../system/doors';
import { type AccountSighting, parseAccount } from './claude-code-account';
import type { SettingsSource } from './claude-code-overrides';
import { parseStoredLogin } from './claude-code-payload';
import { managedSettingsFile, managedSettingsFolder } from './claude-code-places';
import { parseClaudeCodeSettings } from './claude-code-settings';
import type { FileSighting } from './claude-code-sighting';
import { rememberFiles } from './remembered-files';

const credentialsLimitBytes = 1024 * 1024;
const settingsLimitBytes = 1024 * 1024;
/** It holds the history of every project. */
const accountLimitBytes = 8 * 1024 * 1024;
const mostManagedFiles = 20;

export interface ReadSettings {
  /** The weakest first. */
  readonly sources: readonly SettingsSource[];
  /** A sentence for each file that is there and cannot be read. */
  readonly unread: readonly string[];
}

export interface ClaudeCodeFiles {
  credentials(path: string): Promise<FileSighting>;
  /** The first of them that exists. */
  account(paths: readonly string[]): Promise<AccountSighting>;
  settings(userFile: string): Promise<ReadSettings>;
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
  const settingsOf = rememberFiles(doors, async (path) => {
    const file = await readBoundedFile(host, path, settingsLimitBytes);
    if (file.kind !== 'text') return file;
    const settings = parseClaudeCodeSettings(file.text);
    if (settings === null) return { kind: 'unreadable', reason: 'it is not the JSON that Claude Code reads' } as const;
    return { kind: 'settings', settings } as const;
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
    async settings(userFile) {
      const extra = (await listFolder(host, managedSettingsFolder, mostManagedFiles)).filter((name) =>
        /^[^.].*\.json$/.test(name),
      );
      const managed = [managedSettingsFile, ...extra.map((name) => `${managedSettingsFolder}/${name}`)];
      const files = await Promise.all(
        [userFile, ...managed].map(async (path) => ({ path, found: await settingsOf(path) })),
      );
      return {
        sources: files.flatMap(({ path, found }) =>
          found.kind === 'settings'
            ? [{ ...found.settings, where: `set in ${path}`, isManaged: path !== userFile }]
            : [],
        ),
        unread: files.flatMap(({ path, found }) =>
          found.kind === 'unreadable' ? [`${path} cannot be read: ${found.reason}.`] : [],
        ),
      };
    },
  };
};
