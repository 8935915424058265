import { loginStatus } from '../../core/credentials/login-status';
import type { Credential } from '../../core/words/credential';
import { toMacPath } from '../../system/mac/mac-path';
import { forAccount, greatestCredentialCount, notFound, signedOut, unreadableFile } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isInstalled } from '../common/executables';
import { rememberSettingsFile } from '../common/settings-file';
import { type SlackLogin, slackFormat } from './slack-logins';

const title = { tool: 'slack', name: 'Slack CLI' } as const;

/** Slack CLI's logins, one for each workspace. They lie in a file, never in the keychain. */
export const createSlack = ({ doors }: ToolContext): CredentialTool & { readonly id: 'slack' } => {
  const { host } = doors;
  const chosen = host.environment.SLACK_CONFIG_DIR;
  const folder = chosen ? toMacPath(host, chosen) : `${host.homeFolder}/.slack`;
  const path = `${folder}/credentials.json`;
  const readLogins = rememberSettingsFile(doors, path, slackFormat);
  return {
    id: 'slack',
    name: title.name,
    async look() {
      const file = await readLogins();
      if (file.kind === 'unreadable') return () => [unreadableFile(title, file)];
      const logins = file.kind === 'parsed' ? file.value.slice(0, greatestCredentialCount) : [];
      if (logins.length > 0) return (now) => logins.map((login) => credential(login, path, now));
      const isHere = file.kind !== 'none' || (await isInstalled(doors, 'slack', [folder]));
      return () => [isHere ? signedOut(title, `${path} holds no login. Run slack login.`) : notFound(title)];
    },
  };
};

const credential = ({ workspace, times }: SlackLogin, path: string, now: number): Credential => {
  const account = forAccount(workspace);
  if (times === null)
    return { ...unreadableFile(title, { path, reason: 'a login in it holds values of the wrong kind' }), ...account };
  const hasEnd = times.accessTokenExpiresAt !== null;
  return {
    ...title,
    ...account,
    installed: true,
    store: 'file',
    overSsh: 'survives',
    ...(hasEnd ? loginStatus(times, now) : { status: 'valid', expiry: null }),
    reason: `It uses ${path}, which no lock guards${hasEnd ? '' : '; the login has no end'}.`,
    symptom: 'not_authed: You are either not logged in or your login session has expired',
  };
};
