import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, type JsonObject, parseJsonObject } from '../../core/text/json';
import { shownName } from '../common/common-credentials';
import { settingsFormat } from '../common/file-format';
import { storedText, wrong } from '../formats/stored-values';

export interface CopilotSettings {
  /** Accounts whose tokens stand in the file itself, as `host:login`. */
  readonly plainAccounts: readonly string[];
  readonly storesPlainly: boolean;
}

/** Reads `config.json`, whose names newer versions write in camel case and which they begin with lines of comment. */
export const parseCopilotSettings = (text: string): Outcome<CopilotSettings> => {
  const settings = parseJsonObject(text.replace(/^[ \t]*\/\/.*$/gm, ''));
  if (settings === null) return failure('garbled', 'it is not the JSON that Copilot CLI writes');
  const tokens = settings.copilotTokens ?? settings.copilot_tokens ?? {};
  // Since version 1.0.102 at the latest, each token lies in an object of its own.
  const newer = settings.authTokens ?? {};
  const storesPlainly = (settings.storeTokenPlaintext ?? settings.store_token_plaintext) === true;
  if (!isJsonObject(tokens) || !isJsonObject(newer)) return failure('wrong-kind', 'its tokens are of the wrong kind');
  const stored = [
    ...Object.keys(newer).map((key) => ({ key, has: storedToken(newer[key]) })),
    ...Object.keys(tokens).map((key) => ({ key, has: storedText(tokens[key]) })),
  ];
  if (stored.some(({ has }) => has === wrong)) return failure('wrong-kind', 'its tokens are of the wrong kind');
  const keys = new Set(stored.flatMap(({ key, has }) => (has ? [key] : [])));
  // One login is stored as `host:login` and once more as `host:login:kind`.
  const logins = [...keys].filter((key) => !keys.has(key.replace(/:[^:]*$/, '')));
  return success({ plainAccounts: logins.map(accountName), storesPlainly });
};

const storedToken = (entry: unknown) => (isJsonObject(entry) ? storedText(entry.token) : wrong);

const accountName = (key: string): string => shownName(key.replace(/^[a-z]+:\/\//i, '')) ?? 'unnamed';

/** The users of `apps.json`, in which editors' Copilot plugins keep their tokens. */
export const parseEditorUsers = (text: string): Outcome<readonly string[]> => {
  const apps = parseJsonObject(text);
  if (apps === null) return failure('garbled', 'it is not the JSON that Copilot writes');
  const logins: readonly JsonObject[] = Object.values(apps).filter(isJsonObject);
  const isWrong =
    logins.length < Object.keys(apps).length || logins.some((app) => storedText(app.oauth_token) === wrong);
  if (isWrong) return failure('wrong-kind', 'it holds values of the wrong kind');
  const signedIn = logins.filter((app) => storedText(app.oauth_token) === true);
  return success([...new Set(signedIn.map((app) => shownName(app.user) ?? 'unnamed'))]);
};

export const copilotFormat = settingsFormat({
  name: 'copilot-settings',
  syntax: 'json',
  largestBytes: 256 * 1024,
  parse: parseCopilotSettings,
});

export const editorUsersFormat = settingsFormat({
  name: 'copilot-editor-users',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseEditorUsers,
});
