import { loginStatus } from '../core/login-status';
import type { Credential } from '../core/snapshot';
import type { StoredLogin } from './claude-code-payload';
import type { ClaudeCodeSighting, ItemSighting } from './claude-code-sighting';

type Told = Pick<Credential, 'store' | 'overSsh' | 'reason' | 'status' | 'expiry'>;
type FoundItem = Extract<ItemSighting, { kind: 'found' }>;
type FoundFile = Extract<ClaudeCodeSighting['file'], { kind: 'file' }>;

/**
 * What Claude Code's login is at a moment. It reads the keychain before its plain file; the file counts when there is no
 * item, or when it was written after the item, which happens where the keychain was locked (claude-code#44028, #48786).
 *
 * @param now milliseconds since 1970.
 */
export const claudeCodeCredential = (sighting: ClaudeCodeSighting, now: number): Credential => ({
  tool: 'claude-code',
  name: 'Claude Code',
  installed: sighting.installed,
  ...tell(sighting, now),
});

const tell = (sighting: ClaudeCodeSighting, now: number): Told => {
  const { override, item, apiKeyItem, file } = sighting;
  if (override)
    return {
      ...noExpiry,
      store: 'environment',
      overSsh: 'survives',
      reason: `It uses ${override.name}, ${override.where}.`,
    };
  const isUsable = file.kind === 'file' && isUsableLogin(file.login, now);
  if (item.kind === 'unknown') return whenItemIsUnknown(item.reason, isUsable ? file : null, now);
  if (item.kind === 'found') {
    if (!isUsable) return inKeychain(item, sighting.readLogin, now);
    if (isNewer(file, item))
      return inFile(file, now, 'It was written after the item in the keychain, so it is the one in use');
    return besideOlderFile(item, sighting.readLogin, file, now);
  }
  if (isUsable) return inFile(file, now, 'There is no item in the keychain');
  if (apiKeyItem.kind === 'found') return inKeychain(apiKeyItem, null, now);
  if (file.kind === 'file') return inFile(file, now, 'There is no item in the keychain');
  return nothingStored(sighting);
};

const noExpiry = { status: 'unknown', expiry: null } as const;

const statusOf = (login: StoredLogin | null, now: number): Pick<Credential, 'status' | 'expiry'> => {
  if (login === null) return noExpiry;
  return login.kind === 'login' ? loginStatus(login.times, now) : { status: login.kind, expiry: null };
};

/** It can be renewed, or its token has not lapsed; and the login behind it has not ended. */
const isUsableLogin = (login: StoredLogin, now: number): boolean => {
  if (login.kind !== 'login') return false;
  const { hasRefreshToken, accessTokenExpiresAt, loginExpiresAt } = login.times;
  if (loginExpiresAt !== null && loginExpiresAt <= now) return false;
  return hasRefreshToken || accessTokenExpiresAt === null || accessTokenExpiresAt > now;
};

const isNewer = (file: FoundFile, item: FoundItem): boolean =>
  file.modifiedAt !== null && item.modifiedAt !== null && file.modifiedAt > item.modifiedAt;

const inKeychain = (item: FoundItem, readLogin: StoredLogin | null, now: number): Told => ({
  ...statusOf(readLogin, now),
  store: item.isInLoginKeychain ? 'login-keychain' : 'other-keychain',
  overSsh: item.mayBeAnothers ? 'unknown' : 'breaks',
  reason: item.mayBeAnothers
    ? `What it uses may be ${describeItem(item)}, or that belongs to its usual configuration.`
    : `It needs ${describeItem(item)}, which a login that sees the keychain locked cannot read.`,
});

const besideOlderFile = (item: FoundItem, readLogin: StoredLogin | null, file: FoundFile, now: number): Told => ({
  ...inKeychain(item, readLogin, now),
  overSsh: 'unknown',
  reason: `It needs ${describeItem(item)}; ${file.path} is older and may stand in while the keychain is locked.`,
});

const inFile = (file: FoundFile, now: number, why: string): Told => {
  const { login, path } = file;
  const status = statusOf(login, now);
  if (login.kind === 'unreadable') {
    return { ...status, store: 'file', overSsh: 'unknown', reason: `${path} cannot be read: ${login.reason}.` };
  }
  if (login.kind === 'signed-out') {
    return {
      ...status,
      store: 'none',
      overSsh: 'unknown',
      reason: `${path} holds no login. Run /login in Claude Code.`,
    };
  }
  return { ...status, store: 'file', overSsh: 'survives', reason: `It uses ${path}, which no lock guards. ${why}.` };
};

const whenItemIsUnknown = (reason: string, file: FoundFile | null, now: number): Told =>
  file
    ? {
        ...inFile(file, now, ''),
        overSsh: 'unknown',
        reason: `It has ${file.path}; the keychain could not be searched. ${reason}`,
      }
    : { ...noExpiry, store: 'unknown', overSsh: 'unknown', reason: `The keychain could not be searched. ${reason}` };

const nothingStored = ({ hasAccount, installed }: ClaudeCodeSighting): Told => {
  const nothing = { store: 'none', overSsh: 'unknown', expiry: null } as const;
  if (hasAccount)
    return {
      ...nothing,
      status: 'signed-out',
      reason: 'An account is noted, but no login is stored. Run /login in Claude Code.',
    };
  if (installed) return { ...nothing, status: 'signed-out', reason: 'No login is stored. Run /login in Claude Code.' };
  return { ...nothing, status: 'unknown', reason: 'Claude Code was not found on this Mac.' };
};

const describeItem = ({ service, isInLoginKeychain, keychainPath }: FoundItem): string =>
  `the item "${service}" in ${isInLoginKeychain ? 'the login keychain' : keychainPath}`;
