import { loginStatus } from '../../core/credentials/login-status';
import type { Credential } from '../../core/words/credential';
import {
  fromEnvironment,
  notFound,
  searchFailed,
  signedOut,
  unreadableConfiguration,
  unreadableFile,
  withVerdict,
} from '../common/common-credentials';
import type { ItemAnswer } from '../common/item-lookup';
import type { SettingsFile } from '../common/settings-file';
import { keptInFile, keptInItemOr } from '../common/verdict';
import type { CodexLogin, CodexStores } from './codex-auth';

/** `others`: there is none of this folder's, and one of another's. */
export interface CodexItems {
  readonly own: ItemAnswer;
  readonly others: boolean;
}

export interface CodexSighting {
  readonly installed: boolean;
  /** The variable that outranks what is stored. */
  readonly variable: string | null;
  /** A variable that some of its commands prefer to what is stored. */
  readonly alternative: string | null;
  readonly config: SettingsFile<CodexStores>;
  /** An administrator's file, which counts before the user's. */
  readonly managed: SettingsFile<CodexStores>;
  /** An administrator's profile is there; its settings are not read. */
  readonly hasProfile: boolean;
  readonly file: SettingsFile<CodexLogin>;
  readonly items: CodexItems;
  /** Where logins of MCP servers lie. */
  readonly mcp: { readonly item: ItemAnswer; readonly file: string | null };
}

const title = { tool: 'codex', name: 'OpenAI Codex' } as const;
const service = 'Codex Auth';
const mcpService = 'Codex MCP Credentials';
const lockedSymptom = 'failed to load CLI auth from keyring: User interaction is not allowed.';
const mcpSymptom = 'failed to read OAuth tokens from keyring';
const signedOutSymptom = 'Not logged in';

/** @param now milliseconds since 1970. */
export const codexCredentials = (sighting: CodexSighting, now: number): readonly Credential[] => {
  const credential = storedCredential(sighting, now);
  const { alternative } = sighting;
  const mcp = credential.installed ? mcpCredential(sighting) : [];
  if (alternative === null || !credential.installed || credential.store === 'environment') return [credential, ...mcp];
  return [
    { ...credential, reason: `${credential.reason} ${alternative} is set and may be used in its place.` },
    ...mcp,
  ];
};

const settingsIn = (file: SettingsFile<CodexStores>): CodexStores | null =>
  file.kind === 'parsed' ? file.value : null;

const storedCredential = (sighting: CodexSighting, now: number): Credential => {
  const { installed, variable, config, managed, file, items } = sighting;
  if (variable !== null) return { ...fromEnvironment(title, variable), symptom: signedOutSymptom };
  if (!installed) return notFound(title);
  if (managed.kind === 'unreadable') return unreadableConfiguration(title, managed);
  if (config.kind === 'unreadable') return unreadableFile(title, config);
  const store = settingsIn(managed)?.login ?? settingsIn(config)?.login ?? null;
  const hasLogin = file.kind === 'parsed' && file.value.kind !== 'signed-out';
  switch (store) {
    case 'ephemeral':
      return {
        ...signedOut(title, `It keeps no login: ${config.path} has it hold one in memory only.`),
        status: 'unknown',
      };
    case 'file':
      return hasLogin || file.kind === 'unreadable' ? inFile(file, now) : nothingStored(sighting, [file.path]);
    case 'keyring':
      return inKeychainOr(sighting, null) ?? nothingStored(sighting, ['the keychain']);
    case 'auto':
      return inKeychainOr(sighting, hasLogin ? file.path : null) ?? inFileOrNowhere(sighting, now);
    // Which of the two is usual differs: the source says the file, users of newer versions tell of the keychain.
    case null: {
      if (items.own.kind === 'none') return inFileOrNowhere(sighting, now);
      if (!hasLogin)
        return file.kind === 'unreadable'
          ? unreadableFile(title, file)
          : (inKeychainOr(sighting, null) ?? nothingStored(sighting, []));
      const beside =
        items.own.kind === 'found'
          ? `an item "${service}" is in the keychain as well, and which of them it uses depends on its version`
          : `whether an item is in the keychain as well could not be told. ${items.own.reason}`;
      const told = inFile(file, now);
      return {
        ...told,
        overSsh: 'unknown',
        reason: `${told.reason.replace(/\.$/, '')}; ${beside.replace(/\.$/, '')}.`,
      };
    }
  }
};

const inFileOrNowhere = (sighting: CodexSighting, now: number): Credential => {
  const { file } = sighting;
  const isThere = file.kind === 'unreadable' || (file.kind === 'parsed' && file.value.kind !== 'signed-out');
  return isThere ? inFile(file, now) : nothingStored(sighting, [file.path, 'the keychain']);
};

const inFile = (file: SettingsFile<CodexLogin>, now: number): Credential => {
  if (file.kind === 'unreadable') return unreadableFile(title, file);
  const login = file.kind === 'parsed' ? file.value : null;
  const status = login?.kind === 'chatgpt' ? loginStatus(login.times, now) : unknownEnd;
  return {
    ...title,
    installed: true,
    store: 'file',
    overSsh: 'survives',
    ...status,
    reason: `It uses ${login?.kind === 'api-key' ? 'the API key in ' : ''}${file.path}, which no lock guards${status.expiry ? '' : '; no end date on disk'}.`,
    symptom: signedOutSymptom,
  };
};

const unknownEnd = { status: 'unknown', expiry: null } as const;

/** @param fileBeside what it falls back to; @returns null where no item of this folder is there. */
const inKeychainOr = ({ items: { own } }: CodexSighting, fileBeside: string | null): Credential | null => {
  if (own.kind === 'none') return null;
  if (own.kind === 'unknown') return searchFailed(title, own.reason);
  const standIn = fileBeside && `; while that is locked it falls back to ${fileBeside}, which may be out of date`;
  return withVerdict(title, keptInItemOr(service, own, lockedSymptom, standIn));
};

/** Signed out only where every store was read that it can use. */
const nothingStored = ({ items, hasProfile }: CodexSighting, places: readonly string[]): Credential => {
  const told = signedOut(title, `There is no login in ${places.join(' or ')}. Run codex login.`);
  const unread = items.others
    ? 'the keychain has one of another CODEX_HOME, which a shell may use'
    : hasProfile
      ? "an administrator's profile may have it keep its login elsewhere"
      : null;
  if (unread === null) return { ...told, symptom: signedOutSymptom };
  const reason = `There is no login in ${places.join(' or ')}, but ${unread}.`;
  return { ...told, store: 'unknown', status: 'unknown', reason, symptom: signedOutSymptom };
};

/** Of all MCP servers together: which they are stands in the secret only. No line where there is none. */
const mcpCredential = ({ config, managed, mcp: { item, file } }: CodexSighting): readonly Credential[] => {
  const store = settingsIn(managed)?.mcp ?? settingsIn(config)?.mcp ?? 'auto';
  const account = { account: 'MCP servers' };
  const usesFile = file !== null && store !== 'keyring';
  if (item.kind === 'found' && store !== 'file') {
    const standIn = usesFile && store === 'auto' ? `; while that is locked it falls back to ${file}` : null;
    return [{ ...withVerdict(title, keptInItemOr(mcpService, item, mcpSymptom, standIn)), ...account }];
  }
  if (!usesFile) return [];
  const { does, ...verdict } = keptInFile(file);
  return [
    { ...title, ...account, installed: true, expiry: null, ...verdict, reason: `It ${does}; no end date on disk.` },
  ];
};
