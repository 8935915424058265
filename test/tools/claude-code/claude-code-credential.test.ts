import { describe, expect, it } from 'vitest';
import { claudeCodeCredential } from '../../../electron/tools/claude-code/claude-code-credential';
import type {
  ClaudeCodeSighting,
  FileSighting,
  FoundItem,
  ItemSighting,
} from '../../../electron/tools/claude-code/claude-code-sighting';

const now = Date.UTC(2026, 8, 10, 12);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const path = '/Users/alice/.claude/.credentials.json';
const accountPath = '/Users/alice/.claude.json';

const item = (changes: object = {}): FoundItem => ({
  kind: 'found',
  service: 'Claude Code-credentials',
  account: 'alice',
  keychainPath: '/Users/alice/Library/Keychains/login.keychain-db',
  isInLoginKeychain: true,
  mayBeAnothers: false,
  modifiedAt: now - hourMs,
  ...changes,
});
const whole = { accessTokenExpiresAt: now + hourMs, loginExpiresAt: now + 20 * dayMs, hasRefreshToken: true };
const file = (modifiedAt: number | null, changes: object = {}): FileSighting => ({
  kind: 'file',
  path,
  modifiedAt,
  login: { kind: 'login', times: { ...whole, ...changes } },
});
const broken: FileSighting = {
  kind: 'file',
  path,
  modifiedAt: now,
  login: { kind: 'unreadable', reason: 'it is empty' },
};
const leftBehind: FileSighting = { kind: 'file', path, modifiedAt: now, login: { kind: 'signed-out' } };
const lapsed = { accessTokenExpiresAt: now - 1, loginExpiresAt: null, hasRefreshToken: false };
const unknown: ItemSighting = { kind: 'unknown', reason: 'The security tool did not answer within 5 s.' };
const noted = (hasAccount: boolean, hasApiKey = false) =>
  ({ kind: 'read', path: accountPath, hasAccount, hasApiKey }) as const;
const apiKeyItem = item({ service: 'Claude Code' });
const signedOut = { kind: 'signed-out' } as const;
const notLoggedIn = 'Not logged in · Please run /login';

const tell = (changes: Partial<ClaudeCodeSighting>) =>
  claudeCodeCredential(
    {
      account: null,
      installed: true,
      override: null,
      profile: null,
      item: { kind: 'none' },
      apiKeyItem: { kind: 'none' },
      file: { kind: 'none' },
      readLogin: null,
      noted: { kind: 'none' },
      unread: [],
      ...changes,
    },
    now,
  );

describe("Claude Code's credential", () => {
  it.each<[string, Partial<ClaudeCodeSighting>, object]>([
    [
      'only an item',
      { item: item() },
      { store: 'login-keychain', overSsh: 'breaks', status: 'unknown', expiry: null, symptom: notLoggedIn },
    ],
    ['an item elsewhere', { item: item({ isInLoginKeychain: false }) }, { store: 'other-keychain', overSsh: 'breaks' }],
    [
      "perhaps another's item",
      { item: item({ mayBeAnothers: true }) },
      { store: 'login-keychain', overSsh: 'unknown' },
    ],
    ['an item and an account', { item: item(), noted: noted(true) }, { store: 'login-keychain', overSsh: 'breaks' }],
    [
      'an item and no account: MCP servers only',
      { item: item(), noted: noted(false) },
      { store: 'login-keychain', overSsh: 'unknown', status: 'unknown' },
    ],
    [
      'an item of MCP servers and an API key',
      { item: item(), noted: noted(false), apiKeyItem },
      {
        store: 'login-keychain',
        overSsh: 'breaks',
        reason: expect.stringContaining('API key in the item "Claude Code"'),
      },
    ],
    [
      'an item that a click found blank',
      { item: item(), readLogin: signedOut },
      { store: 'none', status: 'signed-out', reason: expect.stringContaining('"Claude Code-credentials"') },
    ],
    [
      'a blank item and a file',
      { item: item(), readLogin: signedOut, file: file(now - dayMs) },
      { store: 'file', overSsh: 'survives', status: 'valid' },
    ],
    ['only a file', { file: file(now) }, { store: 'file', overSsh: 'survives', status: 'valid' }],
    [
      'a file newer than the item',
      { item: item(), file: file(now) },
      { store: 'file', overSsh: 'survives', status: 'valid' },
    ],
    [
      "a file and perhaps another's item",
      { item: item({ mayBeAnothers: true }), file: file(now - dayMs) },
      { store: 'file', overSsh: 'survives', reason: expect.stringContaining('no item of this folder') },
    ],
    [
      'a file older than the item',
      { item: item(), file: file(now - dayMs) },
      { store: 'login-keychain', overSsh: 'unknown', status: 'unknown' },
    ],
    [
      'a newer file of no use',
      { item: item(), file: file(now, lapsed) },
      { store: 'login-keychain', overSsh: 'breaks' },
    ],
    [
      'a newer file that has ended',
      { item: item(), file: file(now, { loginExpiresAt: now - 1 }) },
      { store: 'login-keychain', overSsh: 'breaks' },
    ],
    ['a broken file beside an item', { item: item(), file: broken }, { store: 'login-keychain', overSsh: 'breaks' }],
    ['only a broken file', { file: broken }, { store: 'file', overSsh: 'unknown', status: 'unreadable', expiry: null }],
    ['only a file without a login', { file: leftBehind }, { store: 'none', overSsh: 'unknown', status: 'signed-out' }],
    [
      'only an ended file',
      { file: file(now, lapsed) },
      { store: 'file', overSsh: 'survives', status: 'expired', symptom: 'Login expired · Please run /login' },
    ],
    ['a lapsed token in a file', { file: file(now, { accessTokenExpiresAt: now - 1 }) }, { status: 'renews-itself' }],
    [
      'a time of 0 and no more',
      { file: file(now, { accessTokenExpiresAt: 0, loginExpiresAt: null }) },
      { expiry: null },
    ],
    [
      'an API key in the keychain',
      { apiKeyItem },
      { store: 'login-keychain', overSsh: 'breaks', status: 'unknown', symptom: notLoggedIn },
    ],
    [
      'an API key in its configuration',
      { noted: noted(true, true) },
      { store: 'file', overSsh: 'survives', reason: expect.stringContaining(accountPath) },
    ],
    [
      'a profile of Anthropic and nothing stored',
      { profile: { kind: 'user', path: '/p.json' } },
      { store: 'file', overSsh: 'unknown', reason: expect.stringContaining('/p.json') },
    ],
    ['an account only', { noted: noted(true) }, { store: 'none', status: 'signed-out', overSsh: 'unknown' }],
    [
      'a configuration that cannot be read',
      { noted: { kind: 'unreadable', path: accountPath, reason: 'it is far larger than it should be' } },
      { store: 'unknown', status: 'unreadable', reason: expect.stringContaining('far larger') },
    ],
    ['nothing stored', {}, { store: 'none', status: 'signed-out' }],
    [
      'nothing at all',
      { installed: false },
      { installed: false, store: 'none', status: 'unknown', overSsh: 'unknown' },
    ],
    ['a keychain that does not answer', { item: unknown }, { store: 'unknown', overSsh: 'unknown', status: 'unknown' }],
    [
      'a file and a keychain that does not answer',
      { item: unknown, file: file(now) },
      { store: 'file', overSsh: 'unknown', status: 'valid' },
    ],
  ])('with %s', (_what, sighting, credential) => {
    expect(tell(sighting)).toMatchObject({ tool: 'claude-code', name: 'Claude Code', ...credential });
  });

  const where = 'set in /etc/x.json';
  it.each<[string, ClaudeCodeSighting['override'], object]>([
    [
      'a key in a variable',
      { kind: 'variable', name: 'ANTHROPIC_API_KEY', where },
      { store: 'environment', overSsh: 'survives', reason: `It uses ANTHROPIC_API_KEY, ${where}.` },
    ],
    [
      'a token that lasts a year',
      { kind: 'variable', name: 'CLAUDE_CODE_OAUTH_TOKEN', where },
      { overSsh: 'survives', expiry: null, reason: expect.stringContaining('no end date on disk') },
    ],
    [
      'a cloud provider',
      { kind: 'provider', name: 'CLAUDE_CODE_USE_BEDROCK', where },
      { overSsh: 'survives', reason: expect.stringContaining('the AWS credentials') },
    ],
    ['a gateway', { kind: 'gateway', where }, { store: 'unknown', overSsh: 'unknown' }],
    ['a helper', { kind: 'key-helper', helper: 'other', where }, { store: 'environment', overSsh: 'survives' }],
    [
      'a helper that asks the keychain',
      { kind: 'key-helper', helper: 'asks-keychain', where },
      { overSsh: 'breaks', symptom: expect.any(String) },
    ],
    [
      'a helper that asks 1Password',
      { kind: 'key-helper', helper: 'asks-one-password', where },
      { store: 'desktop-app', overSsh: 'unknown' },
    ],
    ['a federation', { kind: 'federation-profile', path: '/p.json' }, { store: 'file', overSsh: 'survives' }],
    ['no login wanted', { kind: 'no-login-wanted', where }, { store: 'none', status: 'signed-out' }],
  ])('does not need the item with %s', (_what, override, credential) => {
    expect(tell({ item: item(), override })).toMatchObject(credential);
  });

  it('tells the expiry of an item that a click has read', () => {
    const readLogin = { kind: 'login', times: { ...whole, loginExpiresAt: now + dayMs } } as const;
    expect(tell({ item: item(), readLogin })).toMatchObject({
      store: 'login-keychain',
      status: 'valid',
      expiry: { of: 'login', at: new Date(now + dayMs).toISOString() },
    });
    expect(tell({ item: item(), readLogin: { kind: 'unreadable', reason: 'it is empty' } }).status).toBe('unreadable');
  });

  it('names the file or the item in its reason, and the account', () => {
    expect(tell({ item: item() }).reason).toContain('"Claude Code-credentials" in the login keychain');
    expect(tell({ item: item({ isInLoginKeychain: false, keychainPath: '/ci.keychain' }) }).reason).toContain(
      '/ci.keychain',
    );
    expect(tell({ file: file(now) }).reason).toContain(path);
    expect(tell({ account: '~/.claude-work' }).account).toBe('~/.claude-work');
  });
});
