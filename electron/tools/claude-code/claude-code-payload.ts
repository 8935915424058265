import type { LoginTimes } from '../../core/credentials/login-status';
import { isJsonObject, parseJsonObject } from '../../core/text/json';
import { outsideMoment } from '../../core/time/outside-numbers';
import { textFormat } from '../common/file-format';

/** What Claude Code has stored, without any of its secrets. */
export type StoredLogin =
  | { readonly kind: 'login'; readonly times: LoginTimes }
  /** Nothing but what a logout leaves behind, or the logins of MCP servers. */
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Reads the JSON that Claude Code keeps in `.credentials.json` and in the keychain, and keeps two numbers and whether there
 * is a refresh token. The tokens are looked at for being there and go no further; no reason quotes the text.
 */
export const parseStoredLogin = (stored: string): StoredLogin => {
  const text = fromHex(stored);
  if (text.trim() === '') return unreadable('it is empty');
  const payload = parseJsonObject(text);
  if (payload === null) return unreadable('it is not the JSON that Claude Code writes');
  const { claudeAiOauth: login } = payload;
  if (login === undefined || login === null) return { kind: 'signed-out' };
  if (!isJsonObject(login)) return unreadable('its login is not of the shape that Claude Code writes');
  const hasAccessToken = hasText(login.accessToken);
  const hasRefreshToken = hasText(login.refreshToken);
  const accessTokenExpiresAt = millisecondsOf(login.expiresAt);
  const loginExpiresAt = millisecondsOf(login.refreshTokenExpiresAt);
  const parts = [hasAccessToken, hasRefreshToken, accessTokenExpiresAt, loginExpiresAt];
  if (parts.includes('no such thing')) return unreadable('its login holds values of the wrong kind');
  if (!hasAccessToken && !hasRefreshToken) return { kind: 'signed-out' };
  return { kind: 'login', times: { accessTokenExpiresAt, loginExpiresAt, hasRefreshToken } as LoginTimes };
};

const unreadable = (reason: string): StoredLogin => ({ kind: 'unreadable', reason });

/** `security -w` prints in hex what is not all printable ASCII. */
const fromHex = (stored: string): string =>
  /^(?:[0-9a-f]{2})+$/i.test(stored) ? Buffer.from(stored, 'hex').toString('utf8') : stored;

const hasText = (value: unknown): boolean | 'no such thing' => {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' ? value.trim() !== '' : 'no such thing';
};

/** Claude Code writes milliseconds; a number too small for that is taken for seconds, as other readers of the file do. */
const millisecondsOf = (value: unknown): number | null | 'no such thing' => {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number') return 'no such thing';
  return outsideMoment(value > 1e12 ? value : value * 1000) ?? 'no such thing';
};

export const storedLoginFormat = textFormat({
  name: 'claude-code-login',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseStoredLogin,
});
