import { expect, it } from 'vitest';
import { createClaudeCode } from '../../electron/tools/claude-code/claude-code';
import type { FakeSites } from './fake-internet';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const [hourMs, loginHours] = [60 * 60_000, 8];
const service = 'https://api.anthropic.com/api';
const sites: FakeSites = {
  'POST https://platform.claude.com/v1/oauth/token': (body) => ({
    body: {
      ...{ token_type: 'Bearer', access_token: canary, refresh_token: canary, expires_in: loginHours * 3600 },
      scope: JSON.parse(body).scope,
    },
  }),
  [`GET ${service}/oauth/profile`]: () => ({
    body: {
      account: { uuid: 'account-1', email: 'alice@example.com', display_name: 'Alice' },
      organization: { uuid: 'organization-1', organization_type: 'claude_max', rate_limit_tier: 'default' },
    },
  }),
  [`GET ${service}/oauth/claude_cli/roles`]: () => ({ body: { organization_role: 'admin' } }),
  [`POST ${service}/oauth/claude_cli/create_api_key`]: () => ({ body: { raw_key: `sk-ant-api03-${canary}` } }),
};

const claude = (words: readonly string[], environment: Record<string, string> = {}) =>
  mac.run([...programs.claude, ...words], {
    environment: { DISABLE_AUTOUPDATER: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1', ...environment },
  });
/** Without a browser: a refresh token is what it can be given instead. */
const logIn = (scopes: string, environment: Record<string, string> = {}) =>
  claude(['auth', 'login'], {
    ...{ CLAUDE_CODE_OAUTH_REFRESH_TOKEN: canary, CLAUDE_CODE_OAUTH_SCOPES: scopes },
    ...environment,
  });

it('reads the login that claude auth login has stored, and what claude auth logout leaves', async () => {
  mac = await writtenMac(createClaudeCode, { sites });
  await logIn('user:inference user:profile');
  const stored = { tool: 'claude-code', store: 'file', overSsh: 'survives' };
  const [login, ...others] = await mac.look();
  expect(others).toEqual([]);
  expect(login).toMatchObject({ ...stored, status: 'valid', expiry: { of: 'access-token' } });
  expect((Date.parse(login?.expiry?.at ?? '') - Date.now()) / hourMs).toBeCloseTo(loginHours, 1);
  expect(await mac.look(Date.now() + 9 * hourMs)).toMatchObject([{ ...stored, status: 'renews-itself' }]);
  await claude(['auth', 'logout']);
  expect(await mac.look()).toMatchObject([{ installed: true, store: 'none', status: 'signed-out' }]);
});

it('reads the API key that claude has been given for a login of the Console', async () => {
  mac = await writtenMac(createClaudeCode, { sites });
  await logIn('org:create_api_key user:profile');
  const [key, ...others] = await mac.look();
  expect(others).toEqual([]);
  expect(key).toMatchObject({ store: 'file', overSsh: 'survives', status: 'unknown', expiry: null });
  expect(key?.reason).toContain('the API key in /Users/alice/.claude.json');
});

it('finds a further account in the folder that claude was told to use', async () => {
  mac = await writtenMac(createClaudeCode, { sites });
  await logIn('user:inference user:profile');
  await logIn('user:inference user:profile', { CLAUDE_CONFIG_DIR: `${mac.home}/.claude-work` });
  expect(await mac.look()).toMatchObject([
    { account: '~/.claude', store: 'file', status: 'valid' },
    { account: '~/.claude-work', store: 'file', status: 'valid' },
  ]);
});

it('takes the secret of an MCP server that claude mcp add has stored for no login', async () => {
  mac = await writtenMac(createClaudeCode);
  const server = ['--client-id', 'latchkey', '--client-secret', 'acme', 'https://mcp.example.com/mcp'];
  await claude(['mcp', 'add', '--scope', 'user', '--transport', 'http', ...server], { MCP_CLIENT_SECRET: canary });
  expect(await mac.look()).toMatchObject([{ tool: 'claude-code', installed: true, status: 'signed-out' }]);
});
