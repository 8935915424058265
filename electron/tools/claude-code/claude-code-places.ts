import { createHash } from 'node:crypto';
import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import { executablePlaces } from '../common/executables';
import type { ClaudeCodeFolder } from './claude-code-folders';

/** The service of an item that may be there. */
export interface ServiceName {
  readonly service: string;
  /** The name without a hash while a folder was chosen: it may belong to another login. */
  readonly mayBeAnothers: boolean;
}

/** Where Claude Code keeps what it keeps for one configuration folder, as macOS paths and keychain names. */
export interface ClaudeCodePlaces {
  readonly credentialsFile: string;
  /** The first of them that exists counts. */
  readonly accountFiles: readonly [legacy: string, usual: string];
  readonly userSettingsFile: string;
  /** Services of the login's item, the likeliest first. */
  readonly loginServices: readonly ServiceName[];
  readonly apiKeyServices: readonly ServiceName[];
  /** Accounts that an item may have. An item of account `unknown` holds the logins of MCP servers only and is none of them. */
  readonly accounts: readonly string[];
}

export const claudeCodePlaces = (host: MacHost, folder: ClaudeCodeFolder): ClaudeCodePlaces => {
  const { homeFolder, environment, userName } = host;
  const loginBase = environment.CLAUDE_CODE_CUSTOM_OAUTH_URL
    ? 'Claude Code-custom-oauth-credentials'
    : 'Claude Code-credentials';
  return {
    credentialsFile: `${folder.path}/.credentials.json`,
    accountFiles: [`${folder.path}/.config.json`, `${folder.kind === 'usual' ? homeFolder : folder.path}/.claude.json`],
    userSettingsFile: `${folder.path}/settings.json`,
    loginServices: servicesOf(loginBase, host, folder),
    apiKeyServices: servicesOf('Claude Code', host, folder),
    accounts: accountNames(environment.USER || userName),
  };
};

export const managedSettingsFile = '/Library/Application Support/ClaudeCode/managed-settings.json';
export const managedSettingsFolder = '/Library/Application Support/ClaudeCode/managed-settings.d';

/** What a configuration profile sets, for this user or for all: the first of them that is there counts. */
export const managedPreferencesFiles = ({ userName }: MacHost): readonly string[] =>
  [`/${userName}`, ''].map((user) => `/Library/Managed Preferences${user}/com.anthropic.claudecode.plist`);

/** Known places of the executable. It may be elsewhere too (a version manager): what it leaves behind tells as much. */
export const claudeCodeExecutables = (host: MacHost): readonly string[] => [
  ...executablePlaces(host, 'claude'),
  `${host.homeFolder}/.claude/local/claude`,
];

/**
 * The documentation says that the keychain item is the same for all folders; every program that reads several of them
 * says that each has its own, and a wrong guess here would name somebody else's login. So the name with the hash comes
 * first, and the one without is told as one that may apply.
 */
const servicesOf = (base: string, host: MacHost, { kind, spellings }: ClaudeCodeFolder): readonly ServiceName[] => {
  const { CLAUDE_SECURESTORAGE_CONFIG_DIR: secureStorage } = host.environment;
  const plain = { service: base, mayBeAnothers: kind !== 'usual' };
  if (kind !== 'found' && secureStorage !== undefined) {
    const service = base + serviceSuffix(toMacPath(host, secureStorage), undefined);
    return service === base ? [{ service, mayBeAnothers: false }] : [{ service, mayBeAnothers: false }, plain];
  }
  const hashed = spellings.map((text) => ({ service: base + serviceSuffix(undefined, text), mayBeAnothers: false }));
  return kind === 'usual' ? [plain, ...hashed] : [...hashed, plain];
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
