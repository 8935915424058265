import type { ToolDoors } from '../../system/doors';
import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import { isAnyThere } from '../common/executables';
import { rememberFolders } from '../common/remembered-files';
import type { UnreadFile } from './unread-file';

/** One of Claude Code's configuration folders: each has a login of its own. */
export interface ClaudeCodeFolder {
  /** macOS path. */
  readonly path: string;
  /** What a person calls it: `~/.claude-work`. */
  readonly label: string;
  /** `usual`: the one without any variable. `chosen`: the one that CLAUDE_CONFIG_DIR names here. `found`: beside the usual one. */
  readonly kind: 'usual' | 'chosen' | 'found';
  /** How CLAUDE_CONFIG_DIR may be written for it, the likeliest first. */
  readonly spellings: readonly string[];
}

export interface FoundFolders {
  readonly folders: readonly ClaudeCodeFolder[];
  /** Where others may be, and could not be looked for. */
  readonly unread: readonly UnreadFile[];
}

const mostNames = 5_000;
const mostNamesTried = 50;
const mostFolders = 12;

/** The folder that is used here: the one of CLAUDE_CONFIG_DIR, or the usual one. */
export const ownFolder = (host: MacHost): ClaudeCodeFolder => {
  const chosen = host.environment.CLAUDE_CONFIG_DIR;
  if (!chosen) return folderAt(host, `${host.homeFolder}/.claude`, 'usual');
  const written = toMacPath(host, chosen);
  const path = written.replace(/^~(?=\/|$)/, host.homeFolder).replace(/(?<=.)\/+$/, '');
  return { ...folderAt(host, path, 'chosen'), spellings: [written] };
};

/**
 * All configuration folders: the own one, the usual one, and what lies beside it as `~/.claude-work` by the common custom
 * of having a folder for each account. Another folder that only an alias or a script names is not known from here.
 */
export const createFolderFinder = (doors: ToolDoors): (() => Promise<FoundFolders>) => {
  const { host } = doors;
  const listFolder = rememberFolders(doors, mostNames);
  return async () => {
    const home = await listFolder(host.homeFolder);
    if (home.kind === 'unreadable') {
      return { folders: await findFolders(doors, []), unread: [{ path: host.homeFolder, reason: home.reason }] };
    }
    const names = home.kind === 'none' ? [] : home.names;
    const beside = names
      .filter((name) => name.startsWith('.claude-'))
      .slice(0, mostNamesTried)
      .map((name) => folderAt(host, `${host.homeFolder}/${name}`, 'found'));
    return { folders: await findFolders(doors, beside), unread: [] };
  };
};

const findFolders = async (
  doors: ToolDoors,
  beside: readonly ClaudeCodeFolder[],
): Promise<readonly ClaudeCodeFolder[]> => {
  const { host } = doors;
  const isOne = await Promise.all(beside.map((folder) => hasConfiguration(doors, folder)));
  const own = ownFolder(host);
  const all = [
    own,
    folderAt(host, `${host.homeFolder}/.claude`, 'usual'),
    ...beside.filter((_, index) => isOne[index]),
  ];
  return all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index).slice(0, mostFolders);
};

const hasConfiguration = (doors: ToolDoors, { path }: ClaudeCodeFolder): Promise<boolean> =>
  isAnyThere(
    doors,
    ['.claude.json', '.config.json', '.credentials.json'].map((name) => `${path}/${name}`),
  );

const folderAt = ({ homeFolder }: MacHost, path: string, kind: ClaudeCodeFolder['kind']): ClaudeCodeFolder => {
  const label = path.startsWith(`${homeFolder}/`) ? `~${path.slice(homeFolder.length)}` : path;
  return { path, label, kind, spellings: [...new Set([path, `${path}/`, label])] };
};
