import { loginStatus } from '../../core/credentials/login-status';
import type { Credential } from '../../core/words/credential';
import { toMacPath } from '../../system/mac/mac-path';
import {
  forAccount,
  fromEnvironment,
  greatestCredentialCount,
  notFound,
  signedOut,
  unreadableFile,
} from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isInstalled } from '../common/executables';
import { rememberSettingsFile } from '../common/settings-file';
import { type FirebaseLogin, firebaseFormat } from './firebase-logins';

const title = { tool: 'firebase', name: 'Firebase CLI' } as const;
const symptom = 'Failed to authenticate, have you run firebase login?';

/** Firebase CLI's logins, one for each Google account. They lie in a file, never in the keychain. */
export const createFirebase = ({ doors }: ToolContext): CredentialTool & { readonly id: 'firebase' } => {
  const { host } = doors;
  const { XDG_CONFIG_HOME, FIREBASE_TOKEN, GOOGLE_APPLICATION_CREDENTIALS } = host.environment;
  const configFolder = XDG_CONFIG_HOME ? toMacPath(host, XDG_CONFIG_HOME) : `${host.homeFolder}/.config`;
  const folder = `${configFolder}/configstore`;
  const path = `${folder}/firebase-tools.json`;
  const readLogins = rememberSettingsFile(doors, path, firebaseFormat);
  /** The token outranks a stored login, the service account only stands in where there is none (src/requireAuth.ts). */
  const overruling = FIREBASE_TOKEN ? [{ ...fromEnvironment(title, 'FIREBASE_TOKEN'), symptom }] : [];
  const standIn = GOOGLE_APPLICATION_CREDENTIALS
    ? [{ ...fromEnvironment(title, 'GOOGLE_APPLICATION_CREDENTIALS'), symptom }]
    : [];
  return {
    id: 'firebase',
    name: title.name,
    async look() {
      if (overruling.length > 0) return () => overruling;
      const file = await readLogins();
      if (file.kind === 'unreadable') return () => [unreadableFile(title, file)];
      const logins = file.kind === 'parsed' ? file.value.slice(0, greatestCredentialCount) : [];
      if (logins.length > 0) return (now) => logins.map((login) => credential(login, path, now));
      const isHere = file.kind !== 'none' || (await isInstalled(doors, 'firebase'));
      if (!isHere) return () => [notFound(title)];
      return () => (standIn.length > 0 ? standIn : [signedOut(title, `${path} holds no login. Run firebase login.`)]);
    },
  };
};

const credential = ({ account, times }: FirebaseLogin, path: string, now: number): Credential =>
  times === null
    ? {
        ...unreadableFile(title, { path, reason: 'a login in it holds values of the wrong kind' }),
        ...forAccount(account),
      }
    : {
        ...title,
        ...forAccount(account),
        installed: true,
        store: 'file',
        overSsh: 'survives',
        ...loginStatus(times, now),
        reason: `It uses ${path}, which no lock guards.`,
        symptom,
      };
