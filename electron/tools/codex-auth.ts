import { parse } from 'smol-toml';
import type { LoginTimes } from '../core/login-status';
import { failure, type Outcome, success } from '../core/outcome';
import { isJsonObject, parseJsonObject } from './json-object';
import { jwtEnd } from './jwt-end';
import { storedText, wrong } from './stored-values';

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

/** Where `config.toml` has Codex keep its login. The parser's own reason is dropped: it quotes the text. */
export const parseCodexStore = (text: string): Outcome<CodexStore> => {
  try {
    const chosen = parse(text).cli_auth_credentials_store ?? 'file';
    const store = stores.find((known) => known === chosen);
    return store ? success(store) : failure('unknown-store', 'its cli_auth_credentials_store is none that is known');
  } catch {
    return failure('no-toml', 'it is not the TOML that it should be');
  }
};
