import { isJsonObject, parseJsonObject } from '../../core/text/json';
import { textFormat } from '../common/file-format';
import { storedText, wrong } from '../formats/stored-values';

/** What Claude Code's own configuration file tells of a login; it outlives the login itself. */
export type AccountSighting =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string }
  | { readonly kind: 'read'; readonly path: string; readonly hasAccount: boolean; readonly hasApiKey: boolean };

/** The account's name, e-mail and key are looked at for being there and go no further. */
export const parseAccount = (path: string, text: string): AccountSighting => {
  const configuration = parseJsonObject(text);
  if (configuration === null) return { kind: 'unreadable', path, reason: 'it is not the JSON that Claude Code writes' };
  const { oauthAccount, primaryApiKey } = configuration;
  const isRight = (oauthAccount ?? null) === null || isJsonObject(oauthAccount);
  if (!isRight || storedText(primaryApiKey) === wrong) {
    return { kind: 'unreadable', path, reason: 'it holds values of the wrong kind' };
  }
  return {
    kind: 'read',
    path,
    hasAccount: isJsonObject(oauthAccount) && Object.keys(oauthAccount).length > 0,
    hasApiKey: storedText(primaryApiKey) === true,
  };
};

/** It holds the history of every project. */
export const accountFormat = textFormat({
  name: 'claude-code-account',
  syntax: 'json',
  largestBytes: 8192 * 1024,
  parse: (text, path) => parseAccount(path, text),
});
