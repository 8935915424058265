import { isoTime } from '../time/outside-numbers';
import type { Credential, CredentialStatus } from '../words/credential';

/** What is known of a stored login that consists of a short access token and, usually, a token that renews it. */
export interface LoginTimes {
  /** Milliseconds since 1970; null when not told. 0 is what a tool writes for "take it for lapsed". */
  readonly accessTokenExpiresAt: number | null;
  /** Milliseconds since 1970: when the login itself ends and nothing renews it any more; null when not told. */
  readonly loginExpiresAt: number | null;
  readonly hasRefreshToken: boolean;
}

export interface LoginStatus {
  readonly status: CredentialStatus;
  readonly expiry: Credential['expiry'];
}

/**
 * A lapsed access token that can renew itself is no expired login: it lapses every few hours and nobody notices. What
 * counts is the end of the login itself, where it is known. How soon that is comes later, by the user's thresholds.
 *
 * @param now milliseconds since 1970.
 */
export const loginStatus = (times: LoginTimes, now: number): LoginStatus => {
  const { accessTokenExpiresAt, loginExpiresAt, hasRefreshToken } = times;
  const hasLapsed = accessTokenExpiresAt !== null && accessTokenExpiresAt <= now;
  const expiry = expiryOf(times);
  if (loginExpiresAt !== null && loginExpiresAt <= now) return { status: 'expired', expiry };
  if (hasLapsed && hasRefreshToken) return { status: 'renews-itself', expiry };
  if (hasLapsed) return { status: accessTokenExpiresAt === 0 ? 'unknown' : 'expired', expiry };
  if (loginExpiresAt !== null || accessTokenExpiresAt !== null) return { status: 'valid', expiry };
  return { status: 'unknown', expiry };
};

const expiryOf = ({ accessTokenExpiresAt, loginExpiresAt, hasRefreshToken }: LoginTimes): LoginStatus['expiry'] => {
  if (loginExpiresAt !== null) return { of: 'login', at: isoTime(loginExpiresAt) };
  // The year 1970 is no moment to show to anybody.
  if (accessTokenExpiresAt === null || accessTokenExpiresAt === 0) return null;
  const at = isoTime(accessTokenExpiresAt);
  return { of: 'access-token', at, ...(hasRefreshToken ? { isRenewed: true } : {}) };
};
