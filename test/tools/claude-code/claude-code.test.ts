import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Credential } from '../../../electron/core/words/credential';
import type { MacDoors } from '../../../electron/system/doors';
import { createClaudeCode } from '../../../electron/tools/claude-code/claude-code';
import { createItemLookup } from '../../../electron/tools/common/item-lookup';
import type { Scenario } from '../../simulator/parsing/scenario';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain } from '../../system/simulated-doors';
import { credentialsOf } from '../one-keychain';

const now = Date.UTC(2026, 8, 10, 12);
const dayMs = 86_400_000;
const canary = 'sk-ant-oat01-CANARY';
const credentialsFile = '/Users/alice/.claude/.credentials.json';

const context = (doors: MacDoors) => ({ doors, items: createItemLookup(doors) });

const payload = (loginExpiresAt: number | null = now + 20 * dayMs) =>
  JSON.stringify({
    claudeAiOauth: {
      accessToken: canary,
      refreshToken: `${canary}-refresh`,
      expiresAt: now - 1,
      refreshTokenExpiresAt: loginExpiresAt,
    },
  });

const item = (changes: object = {}) => ({
  class: 'genp' as const,
  service: 'Claude Code-credentials',
  account: 'alice',
  data: payload(now + dayMs),
  modifiedAt: '2026-09-10T06:00:00Z',
  ...changes,
});

const scenario = (items: readonly ReturnType<typeof item>[], more: Partial<Scenario> = {}): Scenario => ({
  now: '2026-09-10T12:00:00Z',
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
  keychains: [
    { path: loginKeychain, password: 'p', isLogin: true, isDefault: true, items },
    { path: otherKeychain, password: 'q', items: [] },
  ],
  sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] }],
  ...more,
});

let at: MacWithDoors;
const make = async (...given: Parameters<typeof scenario>) => {
  at = await macWithDoors(scenario(...given));
  return at.doors();
};
afterEach(() => at.mac.dispose());

const look = async (doors: MacDoors): Promise<Credential> => only((await createClaudeCode(context(doors)).look())(now));
const only = ([credential]: readonly Credential[]): Credential => {
  if (!credential) throw new Error('There is no credential.');
  return credential;
};

const writeCredentials = (content: string | Buffer, modifiedAt = now) => {
  const path = at.mac.root + credentialsFile;
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { recursive: true, force: true });
  writeFileSync(path, content, { mode: 0o600 });
  utimesSync(path, modifiedAt / 1000, modifiedAt / 1000);
};

describe('Claude Code', () => {
  it('is kept in the login keychain, told by attributes only', async () => {
    const doors = await make([item()]);
    await doors.security.lockAll();
    expect(await look(doors)).toMatchObject({
      tool: 'claude-code',
      installed: true,
      store: 'login-keychain',
      overSsh: 'breaks',
      status: 'unknown',
      expiry: null,
    });
    expect(at.mac.ledger().filter(({ kind }) => kind === 'decrypt' || kind === 'dialog')).toEqual([]);
  });

  it('is what the newest item of the two accounts says, and never that of account unknown', async () => {
    const old = item({ modifiedAt: '2026-04-01T00:00:00Z' });
    const doors = await make([old, item({ account: 'claude-code-user' })]);
    const find = vi.spyOn(doors.security, 'readItem');
    await createClaudeCode(context(doors)).readExpiry(doors.security);
    expect(find.mock.calls[0]?.[0]).toMatchObject({ account: 'claude-code-user' });
    await at.mac.dispose();
    expect(await look(await make([item({ account: 'unknown' })]))).toMatchObject({ store: 'none' });
  });

  it('is kept in the file where that is newer, and tells its times', async () => {
    const doors = await make([item()]);
    writeCredentials(payload());
    expect(await look(doors)).toMatchObject({
      store: 'file',
      overSsh: 'survives',
      status: 'renews-itself',
      expiry: { of: 'login', at: new Date(now + 20 * dayMs).toISOString() },
    });
  });

  it('is overruled by its settings', async () => {
    const doors = await make([item()], {
      files: { '~/.claude/settings.json': { env: { ANTHROPIC_API_KEY: canary } } },
    });
    const credential = await look(doors);
    expect(credential).toMatchObject({ store: 'environment', overSsh: 'survives' });
    expect(JSON.stringify(credential)).not.toContain(canary);
  });

  it('is signed out when only an account is noted', async () => {
    const doors = await make([], { files: { '~/.claude.json': { oauthAccount: { emailAddress: 'a@example.com' } } } });
    expect(await look(doors)).toMatchObject({ installed: true, store: 'none', status: 'signed-out' });
  });

  it('is unknown when the keychains cannot be searched', async () => {
    const doors = await make([item()], { faults: [{ tool: 'security', exit: 77 }] });
    expect(await look(doors)).toMatchObject({ store: 'unknown', overSsh: 'unknown', status: 'unknown' });
  });
});

describe("Claude Code's file", () => {
  let doors: MacDoors;
  beforeEach(async () => {
    doors = await make([]);
  });

  it('is read again when it changes, and only then', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    const tool = createClaudeCode(context(doors));
    writeCredentials(payload());
    expect(only((await tool.look())(now)).status).toBe('renews-itself');
    parse.mockClear();
    await tool.look();
    expect(parse).not.toHaveBeenCalled();
    writeCredentials(payload(now + dayMs));
    expect(only(await credentialsOf(tool, now)).status).toBe('expiring');
  });
});

describe('reading the expiry from the keychain', () => {
  it('decrypts once, keeps two numbers and lets nothing else out', async () => {
    const doors = await make([item()]);
    const tool = createClaudeCode(context(doors));
    const outcome = await tool.readExpiry(doors.security);
    expect(outcome).toEqual({ ok: true, value: undefined });
    const credential = only(await credentialsOf(tool, now));
    expect(credential).toMatchObject({
      store: 'login-keychain',
      status: 'expiring',
      expiry: { of: 'login', at: new Date(now + dayMs).toISOString() },
    });
    expect(JSON.stringify([outcome, credential])).not.toContain(canary);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'decrypt')).toHaveLength(1);
  });

  it('is forgotten when the item is written again', async () => {
    const doors = await make([item()]);
    const tool = createClaudeCode(context(doors));
    await tool.readExpiry(doors.security);
    const added = ['add-generic-password', '-U', '-s', 'Claude Code-credentials', '-a', 'alice', '-w', payload()];
    expect((await at.mac.run('security', added)).code).toBe(0);
    expect(only((await tool.look())(now))).toMatchObject({ status: 'unknown', expiry: null });
  });

  it('is refused while the keychain is locked, and asks nobody', async () => {
    const doors = await make([item()]);
    await doors.security.lockAll();
    expect(await createClaudeCode(context(doors)).readExpiry(doors.security)).toMatchObject({
      ok: false,
      code: 'locked',
    });
    expect(at.mac.dialogs.list()).toEqual([]);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog')).toEqual([]);
  });

  it('says so when there is no item, and when the item holds something else', async () => {
    const nothing = await make([]);
    expect(await createClaudeCode(context(nothing)).readExpiry(nothing.security)).toMatchObject({
      ok: false,
      code: 'item-not-found',
    });
    await at.mac.dispose();
    const garbled = await make([item({ data: `{${canary}` })]);
    const broken = await createClaudeCode(context(garbled)).readExpiry(garbled.security);
    expect(broken).toMatchObject({ ok: false, code: 'garbled' });
    expect(JSON.stringify(broken)).not.toContain(canary);
  });
});
