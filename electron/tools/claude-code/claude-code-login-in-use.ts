import type { ActiveProfile, Override } from './claude-code-overrides';
import type { StoredLogin } from './claude-code-payload';
import type { ClaudeCodeSighting, FoundFile, FoundItem } from './claude-code-sighting';

/** Which of all that was found Claude Code uses. */
export type LoginInUse =
  | { readonly kind: 'override'; readonly override: Override }
  | {
      readonly kind: 'item';
      readonly item: FoundItem;
      readonly login: StoredLogin | null;
      /** Written before the item: it may stand in while the keychain is locked, or be long out of date. */
      readonly olderFile: FoundFile | null;
      /** No account is noted: the item may hold no login at all. */
      readonly isDoubtful: boolean;
    }
  | { readonly kind: 'file'; readonly file: FoundFile; readonly beside: 'older-item' | 'others-item' | 'no-item' }
  | { readonly kind: 'file-or-item'; readonly file: FoundFile; readonly reason: string }
  | { readonly kind: 'api-key-item'; readonly item: FoundItem }
  | { readonly kind: 'api-key-file'; readonly path: string }
  | { readonly kind: 'profile'; readonly profile: ActiveProfile }
  | { readonly kind: 'keychain-unknown'; readonly reason: string }
  | { readonly kind: 'nothing' };

/**
 * Claude Code reads the keychain before its plain file; the file counts when there is no item, or when it was written
 * after the item, which happens where the keychain was locked (claude-code#44028, #48786).
 *
 * @param now milliseconds since 1970.
 */
export const loginInUse = (sighting: ClaudeCodeSighting, now: number): LoginInUse => {
  const { override, apiKeyItem, file, readLogin, noted, profile } = sighting;
  if (override) return { kind: 'override', override };
  const usable = file.kind === 'file' && isUsableLogin(file.login, now) ? file : null;
  // A click has shown that it holds the logins of MCP servers only, or what a logout leaves.
  const item = readLogin?.kind === 'signed-out' ? ({ kind: 'none' } as const) : sighting.item;
  if (item.kind === 'unknown') {
    const { reason } = item;
    return usable ? { kind: 'file-or-item', file: usable, reason } : { kind: 'keychain-unknown', reason };
  }
  const isDoubtful = noted.kind === 'read' && !noted.hasAccount && readLogin === null;
  if (item.kind === 'found') {
    if (usable && item.mayBeAnothers) return { kind: 'file', file: usable, beside: 'others-item' };
    if (usable && isNewer(usable, item)) return { kind: 'file', file: usable, beside: 'older-item' };
    if (!isDoubtful || usable) return { kind: 'item', item, login: readLogin, olderFile: usable, isDoubtful };
  } else if (usable) return { kind: 'file', file: usable, beside: 'no-item' };
  if (apiKeyItem.kind === 'found') return { kind: 'api-key-item', item: apiKeyItem };
  if (noted.kind === 'read' && noted.hasApiKey) return { kind: 'api-key-file', path: noted.path };
  if (item.kind === 'found') return { kind: 'item', item, login: readLogin, olderFile: null, isDoubtful };
  if (file.kind === 'file') return { kind: 'file', file, beside: 'no-item' };
  return profile?.kind === 'user' ? { kind: 'profile', profile } : { kind: 'nothing' };
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
