import { describe, expect, it } from 'vitest';
import { parseStoredLogin } from '../../../electron/tools/claude-code/claude-code-payload';

const canary = 'sk-ant-oat01-CANARY';
const login = (changes: Record<string, unknown> = {}) => ({
  claudeAiOauth: {
    accessToken: canary,
    refreshToken: `${canary}-refresh`,
    expiresAt: 1_790_000_000_000,
    refreshTokenExpiresAt: 1_792_500_000_000,
    scopes: ['user:inference'],
    subscriptionType: 'max',
    ...changes,
  },
});
const parse = (value: unknown) => parseStoredLogin(JSON.stringify(value));
const times = { accessTokenExpiresAt: 1_790_000_000_000, loginExpiresAt: 1_792_500_000_000, hasRefreshToken: true };

describe('what Claude Code has stored', () => {
  it.each([
    ['a whole login', login(), times],
    ['seconds for milliseconds', login({ expiresAt: 1_790_000_000, refreshTokenExpiresAt: 1_792_500_000 }), times],
    ['no end of the login', login({ refreshTokenExpiresAt: undefined }), { ...times, loginExpiresAt: null }],
    ['null for a time', login({ expiresAt: null }), { ...times, accessTokenExpiresAt: null }],
    ['a time of 0', login({ expiresAt: 0 }), { ...times, accessTokenExpiresAt: 0 }],
    ['no refresh token', login({ refreshToken: undefined }), { ...times, hasRefreshToken: false }],
    ['a blank refresh token', login({ refreshToken: ' ' }), { ...times, hasRefreshToken: false }],
    ['scopes that are no list', login({ scopes: 'user:inference', subscriptionType: null }), times],
    ['more beside it', { ...login(), organizationUuid: 'x', mcpOAuth: {} }, times],
  ])('is a login: %s', (_what, payload, expected) => {
    expect(parse(payload)).toEqual({ kind: 'login', times: expected });
  });

  it('is read with a byte order mark and as the hex that security prints', () => {
    const text = JSON.stringify(login());
    expect(parseStoredLogin(`\uFEFF${text}\n`)).toEqual({ kind: 'login', times });
    expect(parseStoredLogin(Buffer.from(`${text}é`.slice(0, -1)).toString('hex'))).toEqual({ kind: 'login', times });
  });

  it.each([
    ['only the logins of MCP servers', { mcpOAuth: { 'srv|abcd': { accessToken: canary, expiresAt: 1 } } }],
    ['an empty object', {}],
    ['a login of null', { claudeAiOauth: null }],
    ['an empty login', { claudeAiOauth: {} }],
    ['a blank login', login({ accessToken: '', refreshToken: '', expiresAt: 0 })],
  ])('is signed out: %s', (_what, payload) => {
    expect(parse(payload)).toEqual({ kind: 'signed-out' });
  });

  const whole = JSON.stringify(login());
  it.each([
    ['empty', ''],
    ['blank', ' \n'],
    ['cut short', whole.slice(0, whole.length - 20)],
    ['cut short, in hex', Buffer.from(whole).toString('hex').slice(0, 120)],
    ['a list', '[]'],
    ['a text', JSON.stringify(canary)],
    ['binary', '\0\u0001\uFFFD\uFFFD'],
    ['a login that is a text', JSON.stringify({ claudeAiOauth: canary })],
    ['a login that is a list', JSON.stringify({ claudeAiOauth: [canary] })],
    ['a time that is a text', JSON.stringify(login({ expiresAt: '1790000000000' }))],
    ['a time before 1970', JSON.stringify(login({ expiresAt: -1 }))],
    ['a time beyond all calendars', JSON.stringify(login({ refreshTokenExpiresAt: 1e300 }))],
    ['a token that is a number', JSON.stringify(login({ accessToken: 5 }))],
  ])('is unreadable: %s', (_what, text) => {
    const stored = parseStoredLogin(text);
    expect(stored).toEqual({ kind: 'unreadable', reason: expect.any(String) });
    expect(JSON.stringify(stored)).not.toContain(canary);
  });
});
