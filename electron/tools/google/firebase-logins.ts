import type { LoginTimes } from '../../core/credentials/login-status';
import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, parseJsonObject } from '../../core/text/json';
import { shownName } from '../common/common-credentials';
import { settingsFormat } from '../common/file-format';
import { storedMoment, storedText, wrong } from '../formats/stored-values';

/** A login of Firebase CLI, without its tokens. `times` is null where a value is of the wrong kind. */
export interface FirebaseLogin {
  readonly account: string | null;
  readonly times: LoginTimes | null;
}

/** Reads `firebase-tools.json`: the usual login stands at the top, further ones in `additionalAccounts`. */
export const parseFirebaseLogins = (text: string): Outcome<readonly FirebaseLogin[]> => {
  const settings = parseJsonObject(text);
  if (settings === null) return failure('garbled', 'it is not the JSON that Firebase CLI writes');
  const more = settings.additionalAccounts ?? [];
  if (!Array.isArray(more)) return failure('wrong-kind', 'its additionalAccounts are of the wrong kind');
  return success([settings, ...more].flatMap((entry: unknown) => loginOf(entry) ?? []));
};

const loginOf = (entry: unknown): FirebaseLogin | null => {
  if (!isJsonObject(entry)) return { account: null, times: null };
  const { user, tokens } = entry;
  const account = isJsonObject(user) ? shownName(user.email) : null;
  if (tokens === undefined || tokens === null) return null;
  if (!isJsonObject(tokens)) return { account, times: null };
  const [hasToken, hasRefreshToken] = [storedText(tokens.access_token), storedText(tokens.refresh_token)];
  const accessTokenExpiresAt = storedMoment(tokens.expires_at, 'milliseconds');
  if (hasToken === wrong || hasRefreshToken === wrong || accessTokenExpiresAt === wrong)
    return { account, times: null };
  if (!hasToken && !hasRefreshToken) return null;
  return { account, times: { accessTokenExpiresAt, loginExpiresAt: null, hasRefreshToken } };
};

export const firebaseFormat = settingsFormat({
  name: 'firebase-logins',
  syntax: 'json',
  largestBytes: 256 * 1024,
  parse: parseFirebaseLogins,
});
