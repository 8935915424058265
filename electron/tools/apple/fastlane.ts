import type { Credential } from '../../core/words/credential';
import { toMacPath } from '../../system/mac/mac-path';
import {
  fromEnvironment,
  greatestCredentialCount,
  notFound,
  unreadableConfiguration,
} from '../common/common-credentials';
import type { CredentialTool, DescribeCredentials, ToolContext } from '../common/credential-tool';
import { statusByEnd } from '../common/end-status';
import { executablePlaces, isAnyThere } from '../common/executables';
import type { ItemAnswer } from '../common/item-lookup';
import { rememberFolders } from '../common/remembered-files';
import { rememberSettingsFiles } from '../common/settings-file';
import { keptInFile, keptInItem } from '../common/verdict';
import { fastlaneSessionFormat } from './fastlane-session';

const tool = { tool: 'fastlane', name: 'fastlane' } as const;
/** An Apple ID has a password and a session at most. */
const mostAppleIds = 20;
const matchSymptom = 'Neither the MATCH_PASSWORD environment variable nor the local keychain contained a password.';

/** The sessions of Apple IDs, and an entry for each folder of them that could not be listed. */
interface FoundJars {
  readonly jars: readonly { readonly appleId: string; readonly path: string }[];
  readonly unread: readonly Credential[];
}

/** fastlane: the passwords of Apple IDs (deliver), their sessions (cookie jars), and match's passphrase. */
export const createFastlane = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'fastlane' } => {
  const { host } = doors;
  const { homeFolder, environment } = host;
  const chosen = environment.SPACESHIP_COOKIE_PATH ? [toMacPath(host, environment.SPACESHIP_COOKIE_PATH)] : [];
  const jarFolders = [...chosen.map((path) => `${path}/spaceship`), `${homeFolder}/.fastlane/spaceship`];
  const sessionFolders = [...jarFolders, `${homeFolder}/.spaceship`];
  const listFolder = rememberFolders(doors, mostAppleIds);
  const readCookie = rememberSettingsFiles(doors, fastlaneSessionFormat);

  /** Each Apple ID has a folder of its own. */
  const listJars = async (): Promise<FoundJars> => {
    const listed = await Promise.all(
      sessionFolders.map(async (path): Promise<FoundJars> => {
        const folder = await listFolder(path);
        if (folder.kind === 'none') return { jars: [], unread: [] };
        if (folder.kind === 'unreadable') {
          const credential = { ...unreadableConfiguration(tool, { path, reason: folder.reason }), account: 'sessions' };
          return { jars: [], unread: [credential] };
        }
        return { jars: folder.names.map((appleId) => ({ appleId, path: `${path}/${appleId}/cookie` })), unread: [] };
      }),
    );
    return { jars: listed.flatMap(({ jars }) => jars), unread: listed.flatMap(({ unread }) => unread) };
  };

  const lookAtSession = async (appleId: string, path: string): Promise<DescribeCredentials> => {
    const file = await readCookie(path);
    const account = `${appleId} (session)`;
    if (file.kind === 'none') return () => [];
    if (file.kind === 'unreadable') {
      const credential = { ...unreadableConfiguration(tool, { path, reason: file.reason }), account };
      return () => [credential];
    }
    const { endsAt } = file.value;
    const { does, ...verdict } = keptInFile(path);
    const end = endsAt === null ? 'no end date on disk' : 'Apple asks for a code again when it ends';
    return (now) => [
      {
        ...tool,
        ...verdict,
        ...statusByEnd('login', endsAt, now),
        account,
        installed: true,
        reason: `It ${does}; ${end}.`,
      },
    ];
  };

  const lookAtItem = async (account: string, server: string, symptom: string): Promise<readonly Credential[]> => {
    const answer: ItemAnswer = await items.find({ class: 'internet', server });
    const whole = { ...tool, account, installed: true, expiry: null };
    if (answer.kind === 'none') return [];
    if (answer.kind === 'unknown') {
      const reason = `The keychain could not be searched for "${server}". ${answer.reason}`;
      return [{ ...whole, store: 'unknown', overSsh: 'unknown', status: 'unknown', reason }];
    }
    const { does, ...verdict } = keptInItem(server, answer, symptom);
    return [{ ...whole, ...verdict, reason: `It ${does}.` }];
  };

  const inEnvironment = (account: string, variable: string): readonly Credential[] => [
    { ...fromEnvironment(tool, variable), account },
  ];
  const presentOf = (...names: readonly string[]) => names.find((name) => environment[name]);

  const lookAtPassword = (appleId: string): Promise<readonly Credential[]> => {
    const symptom = `Missing password for user ${appleId}, and running in non-interactive shell`;
    return lookAtItem(appleId, `deliver.${appleId}`, symptom);
  };
  /** What uploads ask for first (fastlane_core `itunes_transporter.rb`). */
  const lookAtUploadPassword = (appleId: string): Promise<readonly Credential[]> => {
    const symptom = `Missing password for user ${appleId}, and running in non-interactive shell`;
    return lookAtItem(`${appleId} (application-specific)`, `deliver.appspecific.${appleId}`, symptom);
  };

  const lookAtMatch = async (): Promise<readonly Credential[]> => {
    const keychain = environment.MATCH_KEYCHAIN_NAME || 'login.keychain';
    const unlocking = keychain.replace(/\.[^.]*$/, '');
    const match = presentOf('MATCH_PASSWORD');
    const keychainPassword = presentOf('MATCH_KEYCHAIN_PASSWORD');
    const found = await Promise.all([
      match ? inEnvironment('match', match) : lookAtItem('match', `match_${keychain}`, matchSymptom),
      keychainPassword
        ? inEnvironment('keychain password', keychainPassword)
        : lookAtItem(
            'keychain password',
            `fastlane_keychain_${unlocking}`,
            `Keychain password for ${keychain} was not specified`,
          ),
    ]);
    return found.flat();
  };

  const look = async (): Promise<DescribeCredentials> => {
    const { jars, unread } = await listJars();
    const users = [environment.FASTLANE_USER, environment.DELIVER_USER].filter((user) => user !== undefined);
    const appleIds = [...new Set([...users, ...jars.map(({ appleId }) => appleId)])].slice(0, mostAppleIds);
    const password = presentOf('FASTLANE_PASSWORD', 'DELIVER_PASSWORD');
    const session = presentOf('FASTLANE_SESSION');
    const uploadPassword = presentOf('FASTLANE_APPLE_APPLICATION_SPECIFIC_PASSWORD');
    const apiKey = presentOf(
      'APP_STORE_CONNECT_API_KEY_PATH',
      'APP_STORE_CONNECT_API_KEY_KEY',
      'APP_STORE_CONNECT_API_KEY_KEY_FILEPATH',
    );
    const [passwords, uploadPasswords, match, sessions] = await Promise.all([
      password ? [inEnvironment('password', password)] : Promise.all(appleIds.map(lookAtPassword)),
      uploadPassword
        ? [inEnvironment('application-specific password', uploadPassword)]
        : Promise.all(appleIds.map(lookAtUploadPassword)),
      lookAtMatch(),
      Promise.all(jars.slice(0, mostAppleIds).map(({ appleId, path }) => lookAtSession(appleId, path))),
    ]);
    const steady = [
      ...unread,
      ...(apiKey ? inEnvironment('App Store Connect API key', apiKey) : []),
      ...passwords.flat(),
      ...uploadPasswords.flat(),
      ...match,
      ...(session ? inEnvironment('session', session) : []),
    ];
    const traces = [...executablePlaces(host, 'fastlane'), `${homeFolder}/.fastlane`];
    const isThere = await isAnyThere(doors, traces);
    const nothing = isThere ? signedOut : notFound(tool);
    return (now) => {
      const credentials = [...steady, ...sessions.flatMap((describeAt) => describeAt(now))];
      return credentials.length > 0 ? credentials.slice(0, greatestCredentialCount) : [nothing];
    };
  };

  return { id: 'fastlane', name: tool.name, look };
};

/** A match for another keychain than the login one, or an Apple ID that has no session, cannot be known by name. */
const signedOut: Credential = {
  ...notFound(tool),
  installed: true,
  store: 'unknown',
  reason: 'No Apple ID of it is known by a session, and no passphrase of match is stored for the login keychain.',
};
