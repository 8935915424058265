import { loginStatus } from '../../core/credentials/login-status';
import type { Credential } from '../../core/words/credential';
import { shownName, unreadableConfiguration } from '../common/common-credentials';
import { type LoginInUse, loginInUse } from './claude-code-login-in-use';
import { type Told, tellOverride } from './claude-code-override-told';
import type { StoredLogin } from './claude-code-payload';
import type { ClaudeCodeSighting, FoundItem } from './claude-code-sighting';

/** In Claude Code's own words; older versions said "Missing API key · Run /login". */
const whenLocked = 'Not logged in · Please run /login';
const whenEnded = 'Login expired · Please run /login';

/**
 * What Claude Code's login is at a moment.
 *
 * @param now milliseconds since 1970.
 */
export const claudeCodeCredential = (sighting: ClaudeCodeSighting, now: number): Credential => {
  const told = tell(loginInUse(sighting, now), sighting, now);
  const symptom = told.status === 'expired' ? whenEnded : told.symptom;
  return {
    ...title,
    ...(sighting.account === null ? {} : { account: sighting.account }),
    installed: sighting.installed,
    ...told,
    ...(symptom === undefined ? {} : { symptom }),
  };
};

/** An entry for each file that is there, cannot be read and is not told already; of a path one. */
export const unreadFileCredentials = (
  sightings: readonly ClaudeCodeSighting[],
  told: readonly ClaudeCodeSighting[],
  now: number,
): readonly Credential[] => {
  const files = new Map(
    sightings.flatMap(({ unread, noted, file }) => [
      ...unread.map(({ path, reason }) => [path, reason] as const),
      ...(noted.kind === 'unreadable' ? [[noted.path, noted.reason] as const] : []),
      ...(file.kind === 'file' && file.login.kind === 'unreadable' ? [[file.path, file.login.reason] as const] : []),
    ]),
  );
  const toldPaths = new Set(told.map((sighting) => unreadablePathTold(sighting, now)));
  return [...files]
    .filter(([path]) => !toldPaths.has(path))
    .map(([path, reason]) => ({
      ...unreadableConfiguration(title, { path, reason }),
      account: shownName(path) ?? path,
    }));
};

/** The file that the login's own entry says cannot be read. */
const unreadablePathTold = (sighting: ClaudeCodeSighting, now: number): string | null => {
  const login = loginInUse(sighting, now);
  if (login.kind === 'file') return login.file.login.kind === 'unreadable' ? login.file.path : null;
  return login.kind === 'nothing' && sighting.noted.kind === 'unreadable' ? sighting.noted.path : null;
};

const title = { tool: 'claude-code', name: 'Claude Code' } as const;

const tell = (login: LoginInUse, sighting: ClaudeCodeSighting, now: number): Told => {
  switch (login.kind) {
    case 'override':
      return tellOverride(login.override);
    case 'item':
      return { ...statusOf(login.login, now), ...inKeychain(login) };
    case 'file':
      return inFile(login, now);
    case 'file-or-item': {
      const reason = `It has ${login.file.path}; the keychain could not be searched. ${login.reason}`;
      return { ...statusOf(login.file.login, now), store: 'file', overSsh: 'unknown', reason };
    }
    case 'api-key-item': {
      const reason = `It needs the API key in ${describeItem(login.item)}, which a login that sees the keychain locked cannot read. A key has no end date on disk.`;
      return { ...keychainOf(login.item), ...noExpiry, overSsh: overSshOf(login.item), reason, symptom: whenLocked };
    }
    case 'api-key-file': {
      const reason = `It uses the API key in ${login.path}, which no lock guards. A key has no end date on disk.`;
      return { ...noExpiry, store: 'file', overSsh: 'survives', reason };
    }
    case 'profile': {
      const reason = `It may use the Anthropic profile in ${login.profile.path}, which no lock guards.`;
      return { ...noExpiry, store: 'file', overSsh: 'unknown', reason };
    }
    case 'keychain-unknown': {
      const reason = `The keychain could not be searched. ${login.reason}`;
      return { ...noExpiry, store: 'unknown', overSsh: 'unknown', reason };
    }
    case 'nothing':
      return nothingStored(sighting);
  }
};

const noExpiry = { status: 'unknown', expiry: null } as const;

const statusOf = (login: StoredLogin | null, now: number): Pick<Credential, 'status' | 'expiry'> => {
  if (login === null) return noExpiry;
  return login.kind === 'login' ? loginStatus(login.times, now) : { status: login.kind, expiry: null };
};

type InItem = Extract<LoginInUse, { readonly kind: 'item' }>;

const inKeychain = ({ item, olderFile, isDoubtful }: InItem): Omit<Told, 'status' | 'expiry'> => {
  const place = keychainOf(item);
  const name = describeItem(item);
  if (item.mayBeAnothers) {
    const reason = `${capital(name)} may be what it uses, or belong to its usual configuration.`;
    return { ...place, overSsh: 'unknown', reason, symptom: whenLocked };
  }
  if (isDoubtful) {
    const reason = `No account is noted: ${name} may hold only the logins of MCP servers, or what a logout has left.`;
    return { ...place, overSsh: 'unknown', reason, symptom: whenLocked };
  }
  if (olderFile) {
    const reason = `It needs ${name}; ${olderFile.path} is older and may stand in while the keychain is locked.`;
    return { ...place, overSsh: 'unknown', reason, symptom: whenLocked };
  }
  const reason = `It needs ${name}, which a login that sees the keychain locked cannot read.`;
  return { ...place, overSsh: 'breaks', reason, symptom: whenLocked };
};

const keychainOf = ({ isInLoginKeychain }: FoundItem): Pick<Told, 'store'> => ({
  store: isInLoginKeychain ? 'login-keychain' : 'other-keychain',
});

const overSshOf = ({ mayBeAnothers }: FoundItem): Credential['overSsh'] => (mayBeAnothers ? 'unknown' : 'breaks');

type InFile = Extract<LoginInUse, { readonly kind: 'file' }>;

const whyTheFile: Readonly<Record<InFile['beside'], string>> = {
  'no-item': 'There is no item in the keychain',
  'others-item': 'The keychain has no item of this folder',
  'older-item': 'It was written after the item in the keychain, so it is the one in use',
};

const inFile = ({ file: { login, path }, beside }: InFile, now: number): Told => {
  const status = statusOf(login, now);
  if (login.kind === 'unreadable') {
    return { ...status, store: 'file', overSsh: 'unknown', reason: `${path} cannot be read: ${login.reason}.` };
  }
  if (login.kind === 'signed-out') {
    const reason = `${path} holds no login. Run /login in Claude Code.`;
    return { ...status, store: 'none', overSsh: 'unknown', reason };
  }
  return {
    ...status,
    store: 'file',
    overSsh: 'survives',
    reason: `It uses ${path}, which no lock guards. ${whyTheFile[beside]}.`,
  };
};

const nothingStored = ({ item, noted, installed, readLogin }: ClaudeCodeSighting): Told => {
  const nothing = { store: 'none', overSsh: 'unknown', status: 'signed-out', expiry: null } as const;
  if (item.kind === 'found' && readLogin?.kind === 'signed-out') {
    const name = capital(describeItem(item));
    return { ...nothing, reason: `${name} holds no login of Claude Code itself. Run /login in Claude Code.` };
  }
  if (noted.kind === 'unreadable') {
    const reason = `No login is stored in the keychain or in a file of its own, and ${noted.path} cannot be read: ${noted.reason}.`;
    return { ...nothing, store: 'unknown', status: 'unreadable', reason };
  }
  if (noted.kind === 'read' && noted.hasAccount) {
    const reason = `An account is noted in ${noted.path}, but no login is stored. Run /login in Claude Code.`;
    return { ...nothing, reason };
  }
  if (installed) return { ...nothing, reason: 'No login is stored. Run /login in Claude Code.' };
  return { ...nothing, status: 'unknown', reason: 'Claude Code was not found on this Mac.' };
};

const describeItem = ({ service, isInLoginKeychain, keychainPath }: FoundItem): string =>
  `the item "${service}" in ${isInLoginKeychain ? 'the login keychain' : keychainPath}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
