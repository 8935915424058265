import type { LoginTimes } from '../../core/credentials/login-status';
import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, parseJsonObject } from '../../core/text/json';
import { settingsFormat } from '../common/file-format';
import { jwtEnd } from '../formats/jwt-end';
import { storedText, wrong } from '../formats/stored-values';
import { parseTomlSettings } from '../formats/toml-settings';

/** What Codex has stored, without any of its secrets. */
export type CodexLogin =
  | { readonly kind: 'chatgpt'; readonly times: LoginTimes }
  | { readonly kind: 'api-key' }
  | { readonly kind: 'signed-out' };

const stores = ['file', 'keyring', 'auto', 'ephemeral'] as const;
export type CodexStore = (typeof stores)[number];

/** Reads `auth.json`. Of the access token the end is kept; the login behind it has none on the disk. */
export const parseCodexAuth = (text: string): Outcome<CodexLogin> => {
  const auth = parseJsonObject(text);
  if (auth === null) return failure('garbled', 'it is not the JSON that Codex writes');
  const { auth_mode: mode, OPENAI_API_KEY: apiKey, tokens } = auth;
  const hasApiKey = storedText(apiKey);
  const isRight = hasApiKey !== wrong && storedText(mode) !== wrong && (tokens == null || isJsonObject(tokens));
  if (!isRight) return failure('wrong-kind', 'it holds values of the wrong kind');
  if (hasApiKey && (mode == null || mode === 'apikey')) return success({ kind: 'api-key' });
  if (!isJsonObject(tokens)) return success({ kind: 'signed-out' });
  const [hasAccessToken, hasRefreshToken] = [storedText(tokens.access_token), storedText(tokens.refresh_token)];
  if (hasAccessToken === wrong || hasRefreshToken === wrong)
    return failure('wrong-kind', 'it holds values of the wrong kind');
  if (!hasAccessToken && !hasRefreshToken) return success({ kind: 'signed-out' });
  const accessTokenExpiresAt = jwtEnd(tokens.access_token);
  return success({ kind: 'chatgpt', times: { accessTokenExpiresAt, loginExpiresAt: null, hasRefreshToken } });
};

/** Where `config.toml` has Codex keep its login and those of MCP servers. */
export interface CodexStores {
  /** Null where it says nothing: which one is usual differs from version to version. */
  readonly login: CodexStore | null;
  readonly mcp: (typeof mcpStores)[number];
}

const mcpStores = ['auto', 'file', 'keyring'] as const;

/** Reads `config.toml`. */
export const parseCodexStore = (text: string): Outcome<CodexStores> => {
  const settings = parseTomlSettings(text);
  if (!settings.ok) return settings;
  const { cli_auth_credentials_store: chosen, mcp_oauth_credentials_store: chosenForMcp = 'auto' } = settings.value;
  const login = chosen === undefined ? null : stores.find((known) => known === chosen);
  const mcp = mcpStores.find((known) => known === chosenForMcp);
  if (login === undefined) return failure('unknown-store', 'its cli_auth_credentials_store is none that is known');
  if (mcp === undefined) return failure('unknown-store', 'its mcp_oauth_credentials_store is none that is known');
  return success({ login, mcp });
};

export const codexStoreFormat = settingsFormat({
  name: 'codex-config',
  syntax: 'toml',
  largestBytes: 256 * 1024,
  parse: parseCodexStore,
});

export const codexAuthFormat = settingsFormat({
  name: 'codex-auth',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseCodexAuth,
});
