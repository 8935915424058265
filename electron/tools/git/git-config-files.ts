import { posix } from 'node:path';
import { outsideInteger } from '../../core/time/outside-numbers';
import type { ToolDoors } from '../../system/doors';
import { isSeen } from '../../system/files/file-fingerprint';
import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import { rememberSettingsFiles } from '../common/settings-file';
import { credentialSetting, type GitCredentialSetting, gitConfigFormat } from './git-credential-settings';

/** A setting in force, where it is set and under which conditions of `includeIf`. */
export interface GitSettingInForce {
  readonly setting: Exclude<GitCredentialSetting, { kind: 'include' }>;
  /** The file's path, or the variable's name. */
  readonly from: string;
  readonly conditions: readonly string[];
}

export interface GitConfiguration {
  readonly settings: readonly GitSettingInForce[];
  readonly isAnyFileThere: boolean;
  /** The first file that cannot be read: git refuses to work then. */
  readonly unreadable: { readonly path: string; readonly reason: string } | null;
}

/** git's own limit on how deep files include others. */
const depthLimit = 10;
const filesLimit = 64;
const settingsLimit = 1000;

/** Reads git's configuration as git does, in its order, without running git and outside of any repository. */
export const createGitConfiguration = (doors: ToolDoors): (() => Promise<GitConfiguration>) => {
  const { host } = doors;
  const read = rememberSettingsFiles(doors, gitConfigFormat);

  return async () => {
    const settings: GitSettingInForce[] = [];
    let [filesRead, isAnyFileThere] = [0, false];
    let unreadable: GitConfiguration['unreadable'] = null;
    const add = async (path: string, depth: number, conditions: readonly string[]): Promise<void> => {
      filesRead += 1;
      if (filesRead > filesLimit || depth > depthLimit) return;
      const file = await read(path);
      if (file.kind === 'none') return;
      isAnyFileThere = true;
      if (file.kind === 'unreadable') {
        unreadable ??= { path, reason: file.reason };
        return;
      }
      for (const setting of file.value) {
        if (setting.kind !== 'include') {
          if (settings.length < settingsLimit) settings.push({ setting, from: path, conditions });
          continue;
        }
        const included = pathIn(host, setting.path, path);
        const { condition } = setting;
        if (included) await add(included, depth + 1, condition === null ? conditions : [...conditions, condition]);
      }
    };
    for (const path of [...(await systemFiles(doors)), ...globalFiles(host)]) await add(path, 0, []);
    settings.push(...settingsOfEnvironment(host));
    return { settings, isAnyFileThere, unreadable };
  };
};

/** Each git has a system file of its own; which git a remote shell finds is up to its PATH, Homebrew's comes first as a rule. */
export const gitInstallations = [
  { executable: '/opt/homebrew/bin/git', files: ['/opt/homebrew/etc/gitconfig'] },
  { executable: '/usr/local/bin/git', files: ['/usr/local/etc/gitconfig'] },
  {
    executable: '/Applications/Xcode.app/Contents/Developer/usr/bin/git',
    files: ['/Applications/Xcode.app/Contents/Developer/usr/share/git-core/gitconfig', '/etc/gitconfig'],
  },
  {
    executable: '/Library/Developer/CommandLineTools/usr/bin/git',
    files: ['/Library/Developer/CommandLineTools/usr/share/git-core/gitconfig', '/etc/gitconfig'],
  },
] as const;

const systemFiles = async (doors: ToolDoors): Promise<readonly string[]> => {
  const { GIT_CONFIG_NOSYSTEM: none, GIT_CONFIG_SYSTEM: chosen } = doors.host.environment;
  if (none && !['0', 'false', 'no', 'off'].includes(none.toLowerCase())) return [];
  if (chosen) return [toMacPath(doors.host, chosen)];
  for (const { executable, files } of gitInstallations) {
    if (isSeen(await doors.fileFingerprint(executable))) return files;
  }
  for (const { files } of gitInstallations) {
    if (isSeen(await doors.fileFingerprint(files[0]))) return files;
  }
  return ['/etc/gitconfig'];
};

const globalFiles = (host: MacHost): readonly string[] => {
  const { GIT_CONFIG_GLOBAL: chosen } = host.environment;
  if (chosen) return [toMacPath(host, chosen)];
  return [`${gitFolder(host)}/config`, `${host.homeFolder}/.gitconfig`];
};

/** git's folder in `XDG_CONFIG_HOME`, else in `~/.config`. */
export const gitFolder = (host: MacHost): string => {
  const { XDG_CONFIG_HOME: xdg } = host.environment;
  return `${xdg ? toMacPath(host, xdg) : `${host.homeFolder}/.config`}/git`;
};

/** A path in a file: from the home folder, absolute, or from the folder of the file. Null: another user's home. */
const pathIn = (host: MacHost, path: string, file: string): string | null => {
  if (path.startsWith('~/')) return posix.join(host.homeFolder, path.slice(2));
  if (path.startsWith('~') || path.startsWith('%(prefix)')) return null;
  return posix.isAbsolute(path) ? toMacPath(host, path) : posix.join(posix.dirname(file), path);
};

/** Settings of `GIT_CONFIG_COUNT`, `GIT_CONFIG_KEY_<n>` and `GIT_CONFIG_VALUE_<n>`, which come last. */
const settingsOfEnvironment = ({ environment }: MacHost): readonly GitSettingInForce[] => {
  const count = outsideInteger(environment.GIT_CONFIG_COUNT, 0, 0x7fff_ffff) ?? 0;
  const settings: GitSettingInForce[] = [];
  for (let index = 0; index < Math.min(count, 100); index += 1) {
    const key = /^credential\.(?:(.*)\.)?([^.]+)$/is.exec(environment[`GIT_CONFIG_KEY_${index}`] ?? '');
    const from = `GIT_CONFIG_VALUE_${index}`;
    const value = environment[from];
    if (!key || value === undefined) continue;
    for (const setting of credentialSetting(key[1] ?? null, (key[2] ?? '').toLowerCase(), value)) {
      if (setting.kind !== 'include') settings.push({ setting, from, conditions: [] });
    }
  }
  return settings;
};
