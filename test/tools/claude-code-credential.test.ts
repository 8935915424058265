import { describe, expect, it } from 'vitest';
import { claudeCodeCredential } from '../../electron/tools/claude-code-credential';
import type { ClaudeCodeSighting, FileSighting, ItemSighting } from '../../electron/tools/claude-code-sighting';

const now = Date.UTC(2026, 8, 10, 12);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const path = '/Users/alice/.claude/.credentials.json';

const item = (changes: object = {}): ItemSighting => ({
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
const unknown: ItemSighting = { kind: 'unknown', reason: 'The security tool did not answer within 5 seconds.' };

const tell = (changes: Partial<ClaudeCodeSighting>) =>
  claudeCodeCredential(
    {
      installed: true,
      override: null,
      item: { kind: 'none' },
      apiKeyItem: { kind: 'none' },
      file: { kind: 'none' },
      readLogin: null,
      hasAccount: false,
      ...changes,
    },
    now,
  );

describe("Claude Code's credential", () => {
  it.each<[string, Partial<ClaudeCodeSighting>, object]>([
    ['only an item', { item: item() }, { store: 'login-keychain', overSsh: 'breaks', status: 'unknown', expiry: null }],
    ['an item elsewhere', { item: item({ isInLoginKeychain: false }) }, { store: 'other-keychain', overSsh: 'breaks' }],
    [
      "perhaps another's item",
      { item: item({ mayBeAnothers: true }) },
      { store: 'login-keychain', overSsh: 'unknown' },
    ],
    ['only a file', { file: file(now) }, { store: 'file', overSsh: 'survives', status: 'valid' }],
    [
      'a file newer than the item',
      { item: item(), file: file(now) },
      { store: 'file', overSsh: 'survives', status: 'valid' },
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
    ['only an ended file', { file: file(now, lapsed) }, { store: 'file', overSsh: 'survives', status: 'expired' }],
    ['a lapsed token in a file', { file: file(now, { accessTokenExpiresAt: now - 1 }) }, { status: 'renews-itself' }],
    [
      'an API key',
      { apiKeyItem: item({ service: 'Claude Code' }) },
      { store: 'login-keychain', overSsh: 'breaks', status: 'unknown' },
    ],
    [
      'an override',
      { item: item(), override: { name: 'ANTHROPIC_API_KEY', where: 'set in the environment' } },
      { store: 'environment', overSsh: 'survives' },
    ],
    ['an account only', { hasAccount: true }, { store: 'none', status: 'signed-out', overSsh: 'unknown' }],
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

  it('tells the expiry of an item that a click has read', () => {
    const readLogin = { kind: 'login', times: { ...whole, loginExpiresAt: now + dayMs } } as const;
    expect(tell({ item: item(), readLogin })).toMatchObject({
      store: 'login-keychain',
      status: 'expiring',
      expiry: { of: 'login', at: new Date(now + dayMs).toISOString() },
    });
    expect(tell({ item: item(), readLogin: { kind: 'unreadable', reason: 'it is empty' } }).status).toBe('unreadable');
  });

  it('names the file or the item in its reason', () => {
    expect(tell({ item: item() }).reason).toContain('"Claude Code-credentials" in the login keychain');
    expect(tell({ item: item({ isInLoginKeychain: false, keychainPath: '/ci.keychain' }) }).reason).toContain(
      '/ci.keychain',
    );
    expect(tell({ file: file(now) }).reason).toContain(path);
  });
});
