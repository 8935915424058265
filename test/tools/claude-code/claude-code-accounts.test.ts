import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClaudeCode } from '../../../electron/tools/claude-code/claude-code';
import { serviceSuffix } from '../../../electron/tools/claude-code/claude-code-places';
import { createItemLookup } from '../../../electron/tools/common/item-lookup';
import type { Scenario, ScenarioItem } from '../../simulator/parsing/scenario';
import { loginKeychain, type MacWithDoors, macWithDoors } from '../../system/simulated-doors';
import { searchesOf } from '../searches';

const now = Date.UTC(2026, 8, 10, 12);
const canary = 'sk-ant-CANARY';

const login = (more: object = {}) => ({
  claudeAiOauth: {
    accessToken: canary,
    refreshToken: canary,
    expiresAt: '@now+2h',
    refreshTokenExpiresAt: '@now+20d',
    clientId: canary,
    ...more,
  },
  mcpOAuth: { 'srv|abcd': { serverName: 'srv', accessToken: canary, refreshToken: canary, expiresAt: 1 } },
  trustedDeviceToken: canary,
  pluginSecrets: { x: canary },
});
const noted = (more: object = {}) => ({
  hasCompletedOnboarding: true,
  oauthAccount: { accountUuid: canary, emailAddress: `${canary}@example.com`, organizationUuid: canary },
  customApiKeyResponses: { approved: [canary], rejected: [] },
  ...more,
});
const item = (service: string, more: Partial<ScenarioItem> = {}): ScenarioItem => ({
  class: 'genp',
  service,
  account: 'alice',
  data: login(),
  modifiedAt: '@now-1h',
  ...more,
});
const hashed = (folder: string) => `Claude Code-credentials${serviceSuffix(undefined, folder)}`;

let at: MacWithDoors;
const make = async (
  items: readonly ScenarioItem[],
  files: Readonly<Record<string, unknown>> = {},
  more: Partial<Scenario> = {},
) => {
  at = await macWithDoors({
    now: '2026-09-10T12:00:00Z',
    user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
    keychains: [{ path: loginKeychain, password: 'p', isLogin: true, isDefault: true, items }],
    sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] }],
    files,
    ...more,
  });
  const doors = at.doors();
  return { doors, tool: createClaudeCode({ doors, items: createItemLookup(doors) }) };
};
afterEach(() => at.mac.dispose());

const credentialsOf = async (...given: Parameters<typeof make>) => {
  const { tool } = await make(...given);
  const credentials = (await tool.look())(now);
  expect(JSON.stringify(credentials)).not.toContain(canary);
  return credentials;
};

describe('several Claude Codes, each with a folder of its own', () => {
  it('are one login each, by the hashed name of its item or by its file', async () => {
    const credentials = await credentialsOf(
      [
        item('Claude Code-credentials'),
        item(hashed('/Users/alice/.claude-work')),
        item(hashed('/Users/alice/.claude-slash/')),
        item(hashed('~/.claude-tilde')),
      ],
      {
        '~/.claude.json': noted(),
        '~/.claude-work/.claude.json': noted(),
        '~/.claude-slash/.claude.json': noted(),
        '~/.claude-tilde/.claude.json': noted(),
        '~/.claude-files/.claude.json': noted(),
        '~/.claude-files/.credentials.json': login(),
        '~/.claude-backup/notes.txt': 'no configuration',
      },
    );
    expect(credentials.map(({ account, store, overSsh }) => [account, store, overSsh])).toEqual([
      ['~/.claude', 'login-keychain', 'breaks'],
      ['~/.claude-files', 'file', 'survives'],
      ['~/.claude-slash', 'login-keychain', 'breaks'],
      ['~/.claude-tilde', 'login-keychain', 'breaks'],
      ['~/.claude-work', 'login-keychain', 'breaks'],
    ]);
    expect(credentials.at(-1)?.reason).toContain(hashed('/Users/alice/.claude-work'));
  });

  it('may share the usual item where the one with the hash is missing', async () => {
    const credentials = await credentialsOf([item('Claude Code-credentials')], {
      '~/.claude.json': noted(),
      '~/.claude-work/.claude.json': noted(),
    });
    expect(credentials.map(({ account, overSsh }) => [account, overSsh])).toEqual([
      ['~/.claude', 'breaks'],
      ['~/.claude-work', 'unknown'],
    ]);
  });

  it('are one without a name where only one is used', async () => {
    const [only, ...others] = await credentialsOf([item(hashed('/Users/alice/.claude-work'))], {
      '~/.claude-work/.claude.json': noted(),
    });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ overSsh: 'breaks' });
    expect(only).not.toHaveProperty('account');
  });

  it('begin with the one that a variable chooses', async () => {
    const credentials = await credentialsOf(
      [item('Claude Code-credentials'), item(hashed('/opt/claude'))],
      { '~/.claude.json': noted(), '/opt/claude/.claude.json': noted() },
      { environment: { CLAUDE_CONFIG_DIR: '/opt/claude' } },
    );
    expect(credentials.map(({ account, overSsh }) => [account, overSsh])).toEqual([
      ['/opt/claude', 'breaks'],
      ['~/.claude', 'breaks'],
    ]);
  });

  it('are found by the usual folder written out, which has a hash too', async () => {
    const [credential] = await credentialsOf([item(hashed('/Users/alice/.claude'))], { '~/.claude.json': noted() });
    expect(credential).toMatchObject({ overSsh: 'breaks', store: 'login-keychain' });
  });

  it('have their items read together by one click, each once', async () => {
    const work = hashed('/Users/alice/.claude-work');
    const { doors, tool } = await make([item('Claude Code-credentials'), item(work)], {
      '~/.claude.json': noted(),
      '~/.claude-work/.claude.json': noted(),
    });
    expect(await tool.readExpiry(doors.security)).toEqual({ ok: true, value: undefined });
    expect((await tool.look())(now).map(({ status }) => status)).toEqual(['valid', 'valid']);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'decrypt')).toHaveLength(2);
  });

  it('are bounded', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`~/.claude-${index}/.credentials.json`, login()]),
    );
    expect((await credentialsOf([], files)).length).toBeLessThanOrEqual(12);
  });
});

describe('what is not quite a login', () => {
  it('is an item of MCP servers only, where no account is noted', async () => {
    const data = { mcpOAuth: login().mcpOAuth };
    const [credential] = await credentialsOf([item('Claude Code-credentials', { data })], {
      '~/.claude.json': noted({ oauthAccount: undefined }),
    });
    expect(credential).toMatchObject({ overSsh: 'unknown', reason: expect.stringContaining('MCP servers') });
  });

  it.each([
    ['MCP servers', { mcpOAuth: login().mcpOAuth }],
    ['what a logout leaves', login({ accessToken: '', refreshToken: '', expiresAt: 0 })],
  ])('is an item in which a click has found only %s', async (_what, data) => {
    const { doors, tool } = await make([item('Claude Code-credentials', { data })], { '~/.claude.json': noted() });
    await tool.readExpiry(doors.security);
    expect((await tool.look())(now)).toMatchObject([{ store: 'none', status: 'signed-out' }]);
  });

  it('is an API key, in the keychain or in the configuration', async () => {
    const [inKeychain] = await credentialsOf([item('Claude Code', { data: canary })], { '~/.claude.json': noted() });
    expect(inKeychain).toMatchObject({ overSsh: 'breaks', reason: expect.stringContaining('"Claude Code"') });
    await at.mac.dispose();
    const [inFile] = await credentialsOf([], { '~/.claude.json': noted({ primaryApiKey: canary }) });
    expect(inFile).toMatchObject({ store: 'file', overSsh: 'survives' });
  });

  it('is a legacy configuration, which wins over the usual one', async () => {
    const files = { '~/.claude/.config.json': noted({ primaryApiKey: canary }), '~/.claude.json': noted() };
    expect(await credentialsOf([], files)).toMatchObject([
      { store: 'file', reason: expect.stringContaining('/Users/alice/.claude/.config.json') },
    ]);
  });
});

describe('what is used instead of the login', () => {
  const managed = '/Library/Application Support/ClaudeCode/managed-settings.json';
  const key = { env: { ANTHROPIC_API_KEY: canary } };
  it.each<[string, Record<string, unknown>, object]>([
    ['the user', { '~/.claude/settings.json': key }, { overSsh: 'survives', reason: /settings\.json/ }],
    ['the administrator', { [managed]: key }, { overSsh: 'survives', reason: /managed-settings\.json/ }],
    [
      "one of the administrator's files",
      { '/Library/Application Support/ClaudeCode/managed-settings.d/10-auth.json': key },
      { overSsh: 'survives', reason: /10-auth\.json/ },
    ],
    [
      'a helper',
      { '~/.claude/settings.json': { apiKeyHelper: `/usr/local/bin/key --for ${canary}` } },
      { overSsh: 'survives', reason: /apiKeyHelper/ },
    ],
    [
      "Anthropic's profile",
      {
        '~/.config/anthropic/active_config': 'ci\n',
        '~/.config/anthropic/configs/ci.json': { authentication: { type: 'oidc_federation', identity_token: canary } },
      },
      { overSsh: 'survives', reason: /configs\/ci\.json/ },
    ],
    [
      'a profile with a name that leads elsewhere: nothing',
      {
        '~/.config/anthropic/active_config': '../../../x',
        '~/x.json': { authentication: { type: 'oidc_federation' } },
      },
      { overSsh: 'breaks', reason: /item/ },
    ],
  ])('is what is set by %s', async (_what, files, { reason, ...expected }: { reason?: RegExp }) => {
    const [credential] = await credentialsOf([item('Claude Code-credentials')], files);
    expect(credential).toMatchObject(expected);
    expect(credential?.reason).toMatch(reason ?? /./);
  });

  it('is not the setting of another folder', async () => {
    const credentials = await credentialsOf([item('Claude Code-credentials')], {
      '~/.claude.json': noted(),
      '~/.claude-work/.claude.json': noted(),
      '~/.claude-work/settings.json': key,
    });
    expect(credentials.map(({ store }) => store)).toEqual(['login-keychain', 'environment']);
  });
});

describe('a look', () => {
  it('asks nobody, decrypts nothing and, where nothing has changed, reads and searches nothing again', async () => {
    const { doors, tool } = await make([item('Claude Code-credentials'), item(hashed('/Users/alice/.claude-work'))], {
      '~/.claude.json': noted(),
      '~/.claude/settings.json': { model: 'opus' },
      '~/.claude-work/.claude.json': noted(),
      '~/.claude-work/.credentials.json': login(),
    });
    await tool.look();
    const parse = vi.spyOn(JSON, 'parse');
    const searches = searchesOf(doors);
    await tool.look();
    expect(parse).not.toHaveBeenCalled();
    expect(searches()).toEqual([]);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'decrypt' || kind === 'dialog')).toEqual([]);
  });
});
