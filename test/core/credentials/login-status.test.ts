import { describe, expect, it } from 'vitest';
import { loginStatus } from '../../../electron/core/credentials/login-status';

const now = Date.UTC(2026, 8, 10, 12);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const iso = (time: number) => new Date(time).toISOString();

describe('the status of a stored login', () => {
  it.each([
    ['both ends ahead', now + hourMs, now + 20 * dayMs, true, 'valid', 'login', now + 20 * dayMs],
    [
      'a lapsed token that renews itself',
      now - hourMs,
      now + 20 * dayMs,
      true,
      'renews-itself',
      'login',
      now + 20 * dayMs,
    ],
    ['a lapsed token, no end known', now - hourMs, null, true, 'renews-itself', 'access-token', now - hourMs],
    ['a token that lapses this very moment', now, null, true, 'renews-itself', 'access-token', now],
    ['a login that has ended', now + hourMs, now - 1, true, 'expired', 'login', now - 1],
    ['a login that ends this very moment', now - hourMs, now, true, 'expired', 'login', now],
    ['a lapsed token that nothing renews', now - hourMs, null, false, 'expired', 'access-token', now - hourMs],
    ['a token that nothing renews yet', now + hourMs, null, false, 'valid', 'access-token', now + hourMs],
    ['only the end of the login', null, now + 20 * dayMs, true, 'valid', 'login', now + 20 * dayMs],
  ])('with %s', (_what, accessTokenExpiresAt, loginExpiresAt, hasRefreshToken, status, of, at) => {
    expect(loginStatus({ accessTokenExpiresAt, loginExpiresAt, hasRefreshToken }, now)).toEqual({
      status,
      expiry: { of, at: iso(at), ...(of === 'access-token' && hasRefreshToken ? { isRenewed: true } : {}) },
    });
  });

  it.each([
    ['nothing known', null, true, 'unknown'],
    ['nothing known and nothing to renew it', null, false, 'unknown'],
    ['a time of 0 and something to renew it', 0, true, 'renews-itself'],
    ['a time of 0 and nothing to renew it', 0, false, 'unknown'],
  ])('with %s has no moment to show', (_what, accessTokenExpiresAt, hasRefreshToken, status) => {
    expect(loginStatus({ accessTokenExpiresAt, loginExpiresAt: null, hasRefreshToken }, now)).toEqual({
      status,
      expiry: null,
    });
  });
});
