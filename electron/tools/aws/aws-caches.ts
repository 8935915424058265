import { createHash } from 'node:crypto';
import { isJsonObject, parseJsonObject } from '../../core/text/json';
import { textFormat } from '../common/file-format';
import { parseWrittenTime } from '../formats/written-time';

/** A cached token of `aws sso login` or `aws login`, without the token. Times in milliseconds since 1970. */
export type CachedToken =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | {
      readonly kind: 'token';
      readonly expiresAt: number;
      readonly hasRefreshToken: boolean;
      /** The registration that renewing needs ends then; null when not told. */
      readonly renewableUntil: number | null;
    };

/** Credentials of an assumed role that the CLI has cached; of what role, and until when. */
export interface CachedRole {
  readonly assumedRoleArn: string;
  readonly expiresAt: number;
}

/** `none`: credentials of something else, which the CLI caches in the same folder. */
export type CachedRoleFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | ({ readonly kind: 'role' } & CachedRole);

/** Name of the cache file of an SSO session (its name) or of a profile without one (its start URL). */
export const ssoCacheName = (sessionNameOrStartUrl: string): string =>
  `${createHash('sha1').update(sessionNameOrStartUrl, 'utf8').digest('hex')}.json`;

/** Name of the cache file of `aws login`, by the profile's `login_session`. */
export const loginCacheName = (loginSession: string): string =>
  `${createHash('sha256').update(loginSession.trim(), 'utf8').digest('hex')}.json`;

const notWhatIsWritten = { kind: 'unreadable', reason: 'it is not the JSON that the AWS CLI writes' } as const;

/** Python reads no JSON that begins with a byte order mark. */
const parseCache = (text: string) => (text.startsWith('\uFEFF') ? null : parseJsonObject(text));

export const parseSsoToken = (text: string): CachedToken => {
  const cached = parseCache(text);
  const expiresAt = parseWrittenTime(cached?.expiresAt);
  if (cached === null || typeof cached.accessToken !== 'string' || expiresAt === null) return notWhatIsWritten;
  return {
    kind: 'token',
    expiresAt,
    hasRefreshToken: hasText(cached.refreshToken),
    renewableUntil: parseWrittenTime(cached.registrationExpiresAt),
  };
};

export const parseLoginToken = (text: string): CachedToken => {
  const cached = parseCache(text);
  const expiresAt = isJsonObject(cached?.accessToken) ? parseWrittenTime(cached.accessToken.expiresAt) : null;
  if (cached === null || expiresAt === null) return notWhatIsWritten;
  return { kind: 'token', expiresAt, hasRefreshToken: hasText(cached.refreshToken), renewableUntil: null };
};

export const parseCachedRole = (text: string): CachedRoleFile => {
  const cached = parseCache(text);
  const expiresAt = isJsonObject(cached?.Credentials) ? parseWrittenTime(cached.Credentials.Expiration) : null;
  if (cached === null || expiresAt === null) return notWhatIsWritten;
  const arn = isJsonObject(cached.AssumedRoleUser) ? cached.AssumedRoleUser.Arn : null;
  return typeof arn === 'string' ? { kind: 'role', assumedRoleArn: arn, expiresAt } : { kind: 'none' };
};

/** `arn:aws:iam::1:role/path/NAME` is assumed as `arn:aws:sts::1:assumed-role/NAME/SESSION`. */
export const isOfRole = ({ assumedRoleArn }: CachedRole, roleArn: string): boolean => {
  const [, partition, account, name] = /^arn:([^:]+):iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(roleArn) ?? [];
  return name !== undefined && assumedRoleArn.startsWith(`arn:${partition}:sts::${account}:assumed-role/${name}/`);
};

const hasText = (value: unknown): boolean => typeof value === 'string' && value !== '';

export const ssoTokenFormat = textFormat({
  name: 'aws-sso-token',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseSsoToken,
});

export const loginTokenFormat = textFormat({
  name: 'aws-login-token',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseLoginToken,
});

export const cachedRoleFormat = textFormat({
  name: 'aws-role',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseCachedRole,
});
