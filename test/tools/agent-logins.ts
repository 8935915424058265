import type { ToolId } from '../../electron/tools/registry';
import { secretOf, variableSecret } from './canaries';
import { base64, genericItem, type ToolLogins } from './logins';
import { dayMs, now } from './one-keychain';

const claudeLogin = (access: string, refresh: string, mcp: string) => ({
  claudeAiOauth: { accessToken: access, refreshToken: refresh, expiresAt: now + dayMs, scopes: ['user:inference'] },
  mcpOAuth: { 'srv|abcd': { serverName: 'srv', serverUrl: 'https://mcp.example.com', accessToken: mcp } },
});

const claude = (field: Parameters<typeof secretOf<'claude-code'>>[1]) => secretOf('claude-code', field);
const { claudeAiOauth, mcpOAuth } = claudeLogin(claude('access'), claude('refresh'), claude('mcp-access'));

const claudeCode: ToolLogins = {
  files: {
    '~/.claude/.credentials.json': {
      claudeAiOauth,
      mcpOAuth: { 'srv|abcd': { ...mcpOAuth['srv|abcd'], refreshToken: claude('mcp-refresh') } },
      mcpOAuthClientConfig: { 'srv|abcd': { clientSecret: claude('mcp-client') } },
      trustedDeviceToken: claude('device'),
      pluginSecrets: { plugin: { key: claude('plugin') } },
    },
    '~/.claude.json': {
      oauthAccount: { emailAddress: 'alice@example.com', organizationName: 'Example' },
      primaryApiKey: claude('primary-key'),
      customApiKeyResponses: { approved: [claude('approved-key')], rejected: [] },
      mcpServers: { srv: { command: 'srv', env: { SRV_TOKEN: claude('mcp-variable') } } },
    },
    '~/.claude/settings.json': {
      env: { ANTHROPIC_API_KEY: claude('settings-key'), ANTHROPIC_AUTH_TOKEN: claude('settings-token') },
      apiKeyHelper: `echo ${claude('helper')}`,
    },
    '~/.claude/ide/51234.lock': { pid: 777, ideName: 'Editor', transport: 'ws', authToken: claude('ide-lock') },
    '~/.config/anthropic/configs/default.json': {
      authentication: { type: 'user_oauth', client_secret: claude('profile-client') },
    },
    '~/.config/anthropic/credentials/default.json': { access_token: claude('profile-token') },
  },
  items: [
    genericItem(
      'Claude Code-credentials',
      'alice',
      claudeLogin(claude('item-access'), claude('item-refresh'), claude('item-mcp')),
    ),
    genericItem('Claude Code', 'alice', claude('item-api-key')),
  ],
};

const claims = Buffer.from(JSON.stringify({ exp: 1789900000, email: secretOf('codex', 'claims') }));
const token = [secretOf('codex', 'head'), claims.toString('base64url'), secretOf('codex', 'signature')].join('.');

const codex: ToolLogins = {
  files: {
    '~/.codex/config.toml': 'cli_auth_credentials_store = "file"\n',
    '~/.codex/auth.json': {
      auth_mode: 'chatgpt',
      OPENAI_API_KEY: secretOf('codex', 'api-key'),
      tokens: { access_token: token, refresh_token: secretOf('codex', 'refresh'), id_token: secretOf('codex', 'id') },
    },
  },
  items: [genericItem('Codex Auth', 'cli|0123456789abcdef', secretOf('codex', 'item'))],
  environment: { CODEX_ACCESS_TOKEN: variableSecret('CODEX_ACCESS_TOKEN') },
};

const gemini: ToolLogins = {
  files: {
    '~/.gemini/oauth_creds.json': {
      access_token: secretOf('gemini', 'access'),
      refresh_token: secretOf('gemini', 'refresh'),
      id_token: secretOf('gemini', 'id'),
      expiry_date: now + 3_600_000,
    },
    '~/.gemini/.env': `GEMINI_API_KEY=${secretOf('gemini', 'dotenv')}\n`,
    '~/.gemini/gemini-credentials.json': base64(secretOf('gemini', 'encrypted')),
  },
  items: [
    genericItem('gemini-cli-oauth', 'main-account', secretOf('gemini', 'item')),
    genericItem('gemini-cli-api-key', 'default-api-key', secretOf('gemini', 'key-item')),
  ],
};

const copilot: ToolLogins = {
  files: {
    '~/.copilot/config.json': {
      storeTokenPlaintext: true,
      copilotTokens: { 'https://github.com:octocat': secretOf('copilot', 'token') },
    },
    '~/.config/github-copilot/apps.json': {
      'github.com:Iv1': { user: 'octocat', oauth_token: secretOf('copilot', 'editor') },
    },
  },
  items: [genericItem('copilot-cli', 'https://github.com:octocat', secretOf('copilot', 'item'))],
};

const cursor: ToolLogins = {
  files: {
    '~/Library/Application Support/Cursor/User/globalStorage/state.vscdb': secretOf('cursor', 'stored'),
    '~/.cursor/cli-config.json': { authInfo: { email: 'alice@example.com', token: secretOf('cursor', 'agent') } },
  },
  items: [
    genericItem('Cursor Safe Storage', 'Cursor Key', secretOf('cursor', 'item')),
    genericItem('cursor-access-token', 'cursor-user', secretOf('cursor', 'access-item')),
    genericItem('cursor-refresh-token', 'cursor-user', secretOf('cursor', 'refresh-item')),
  ],
};

const vscode: ToolLogins = {
  files: {
    '/Applications/Visual Studio Code.app/Contents/Info.plist': '',
    '~/.vscode/cli/token.json': { p: 'github', c: secretOf('vscode', 'tunnel') },
    '~/Library/Application Support/Code/User/globalStorage/state.vscdb': secretOf('vscode', 'stored'),
  },
  items: [genericItem('Code Safe Storage', 'Code Key', secretOf('vscode', 'item'))],
};

/** Agents and the editors that they live in. */
export const agentLogins = {
  ...{ 'claude-code': claudeCode, codex, gemini, copilot, cursor, vscode },
} satisfies Partial<Record<ToolId, ToolLogins>>;
