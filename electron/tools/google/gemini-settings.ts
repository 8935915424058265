import type { LoginTimes } from '../../core/credentials/login-status';
import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, parseJsonObject } from '../../core/text/json';
import { shownName } from '../common/common-credentials';
import { settingsFormat } from '../common/file-format';
import { storedMoment, storedText, wrong } from '../formats/stored-values';

/** Reads `oauth_creds.json`, whose `expiry_date` are milliseconds; null when it holds no token. */
export const parseGeminiLogin = (text: string): Outcome<LoginTimes | null> => {
  const login = parseJsonObject(text);
  if (login === null) return failure('garbled', 'it is not the JSON that Gemini CLI writes');
  const [hasToken, hasRefreshToken] = [storedText(login.access_token), storedText(login.refresh_token)];
  const accessTokenExpiresAt = storedMoment(login.expiry_date, 'milliseconds');
  if (hasToken === wrong || hasRefreshToken === wrong || accessTokenExpiresAt === wrong)
    return failure('wrong-kind', 'it holds values of the wrong kind');
  if (!hasToken && !hasRefreshToken) return success(null);
  return success({ accessTokenExpiresAt, loginExpiresAt: null, hasRefreshToken });
};

export type GeminiMeans = 'google-login' | 'api-key' | null;

/** Which means of signing in `settings.json` has chosen; null when none, or one that is neither. */
export const parseGeminiMeans = (text: string): Outcome<GeminiMeans> => {
  const settings = parseJsonObject(text);
  if (settings === null) return failure('garbled', 'it is not the JSON that Gemini CLI writes');
  const { security } = settings;
  if (security !== undefined && !isJsonObject(security))
    return failure('wrong-kind', 'its security is of the wrong kind');
  const auth = isJsonObject(security?.auth) ? security.auth : {};
  const chosen = auth.selectedType ?? settings.selectedAuthType;
  if (chosen === 'oauth-personal') return success('google-login');
  return success(chosen === 'gemini-api-key' ? 'api-key' : null);
};

/** The Google account in use, of `google_accounts.json`. */
export const parseGeminiAccount = (text: string): Outcome<string | null> => {
  const accounts = parseJsonObject(text);
  const isRight = accounts !== null && storedText(accounts.active) !== wrong;
  return isRight
    ? success(shownName(accounts.active))
    : failure('garbled', 'it is not the JSON that Gemini CLI writes');
};

const keyVariables = ['GEMINI_API_KEY', 'GOOGLE_API_KEY'] as const;
export type GeminiVariable = (typeof keyVariables)[number];

export const geminiVariable = (environment: Readonly<Record<string, string | undefined>>): GeminiVariable | null =>
  keyVariables.find((name) => environment[name]) ?? null;

/** The name of the variable that a `.env` file sets to a key; what it is set to is not kept. */
export const parseGeminiDotenv = (text: string): Outcome<GeminiVariable | null> =>
  success(
    keyVariables.find((name) =>
      new RegExp(`^[ \\t]*(?:export[ \\t]+)?${name}[ \\t]*=[ \\t]*['"]?[^'"\\s#]`, 'm').test(text),
    ) ?? null,
  );

export const geminiLoginFormat = settingsFormat({
  name: 'gemini-login',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseGeminiLogin,
});

export const geminiMeansFormat = settingsFormat({
  name: 'gemini-settings',
  syntax: 'json',
  largestBytes: 256 * 1024,
  parse: parseGeminiMeans,
});

export const geminiAccountFormat = settingsFormat({
  name: 'gemini-account',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseGeminiAccount,
});

export const geminiDotenvFormat = settingsFormat({
  name: 'gemini-dotenv',
  syntax: 'lines',
  largestBytes: 64 * 1024,
  parse: parseGeminiDotenv,
});
