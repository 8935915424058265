import { createHash } from 'node:crypto';
import type { MacHost } from '../system/host';
import { toMacPath } from '../system/mac-path';

/** Where Claude Code keeps what it keeps, as macOS paths and keychain names. */
export interface ClaudeCodePlaces {
  readonly configFolder: string;
  readonly credentialsFile: string;
  /** The first of them that exists holds the account. */
  readonly accountFiles: readonly [legacy: string, usual: string];
  readonly settingsFiles: readonly string[];
  readonly executables: readonly string[];
  /** Services of the login's item, the likeliest first. */
  readonly loginServices: readonly string[];
  readonly apiKeyServices: readonly string[];
  /** Accounts that an item may have. An item of account `unknown` holds the logins of MCP servers only and is none of them. */
  readonly accounts: readonly string[];
}

export const claudeCodePlaces = (host: MacHost): ClaudeCodePlaces => {
  const { homeFolder, environment, userName } = host;
  const folderIn = (path: string | undefined) => (path === undefined ? undefined : toMacPath(host, path));
  const chosenFolder = folderIn(environment.CLAUDE_CONFIG_DIR || undefined);
  const configFolder = chosenFolder ?? `${homeFolder}/.claude`;
  const suffix = serviceSuffix(folderIn(environment.CLAUDE_SECURESTORAGE_CONFIG_DIR), chosenFolder);
  const services = (base: string) => [...new Set([base + suffix, base])];
  return {
    configFolder,
    credentialsFile: `${configFolder}/.credentials.json`,
    accountFiles: [`${configFolder}/.config.json`, `${chosenFolder ?? homeFolder}/.claude.json`],
    settingsFiles: ['/Library/Application Support/ClaudeCode/managed-settings.json', `${configFolder}/settings.json`],
    executables: [
      `${homeFolder}/.local/bin/claude`,
      '/opt/homebrew/bin/claude',
      '/usr/local/bin/claude',
      `${homeFolder}/.claude/local/claude`,
    ],
    loginServices: services('Claude Code-credentials'),
    apiKeyServices: services('Claude Code'),
    accounts: accountNames(environment.USER || userName),
  };
};

/**
 * The item's service ends in a hash of the folder that was chosen with a variable, of its text as it is: no `~` is
 * expanded and a slash at its end counts (KarpelesLab/teamclaude#185, beeblock/orkestrai#27).
 *
 * @param secureStorageFolder CLAUDE_SECURESTORAGE_CONFIG_DIR; defined but empty means the item without a suffix.
 */
export const serviceSuffix = (secureStorageFolder: string | undefined, configFolder: string | undefined): string => {
  const folder = secureStorageFolder ?? configFolder;
  if (folder === undefined || folder === '') return '';
  return `-${createHash('sha256').update(folder.normalize('NFC'), 'utf8').digest('hex').slice(0, 8)}`;
};

/**
 * The user's name, or a fixed one where the name has other characters. Versions before 2.1.223 used the name as it is, so
 * both items can be there, the older one frozen (getpaseo/paseo#3595): both are asked for and the one written last counts.
 */
const accountNames = (userName: string): readonly string[] =>
  /^[A-Za-z0-9._-]+$/.test(userName) ? [userName, 'claude-code-user'] : ['claude-code-user', userName];
