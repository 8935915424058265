import type { LoginTimes } from '../../core/credentials/login-status';
import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, parseJsonObject } from '../../core/text/json';
import { shownName } from '../common/common-credentials';
import { settingsFormat } from '../common/file-format';
import { storedMoment, storedText, wrong } from '../formats/stored-values';

/** Slack CLI's login of a workspace, without its tokens. `times` is null where a value is of the wrong kind. */
export interface SlackLogin {
  readonly workspace: string | null;
  readonly times: LoginTimes | null;
}

/** Reads `credentials.json`, which has an object for each workspace; its `exp` are seconds, and 0 or none means no end. */
export const parseSlackLogins = (text: string): Outcome<readonly SlackLogin[]> => {
  const workspaces = parseJsonObject(text);
  if (workspaces === null) return failure('garbled', 'it is not the JSON that Slack CLI writes');
  return success(Object.keys(workspaces).flatMap((id) => loginOf(id, workspaces[id]) ?? []));
};

const loginOf = (id: string, login: unknown): SlackLogin | null => {
  if (!isJsonObject(login)) return { workspace: shownName(id), times: null };
  const workspace = shownName(login.team_domain) ?? shownName(id);
  const [hasToken, hasRefreshToken] = [storedText(login.token), storedText(login.refresh_token)];
  const exp = storedMoment(login.exp, 'seconds');
  if (hasToken === wrong || hasRefreshToken === wrong || exp === wrong) return { workspace, times: null };
  if (!hasToken && !hasRefreshToken) return null;
  return { workspace, times: { accessTokenExpiresAt: exp || null, loginExpiresAt: null, hasRefreshToken } };
};

export const slackFormat = settingsFormat({
  name: 'slack-logins',
  syntax: 'json',
  largestBytes: 256 * 1024,
  parse: parseSlackLogins,
});
