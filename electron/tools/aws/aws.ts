import type { Credential } from '../../core/words/credential';
import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import {
  greatestCredentialCount,
  notFound,
  unreadableBeside,
  unreadableConfiguration,
} from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { statusByEnd } from '../common/end-status';
import { executablePlaces, isAnyThere } from '../common/executables';
import type { FileFormat } from '../common/file-format';
import { readInFormat } from '../common/read-in-format';
import { rememberFiles, rememberFolders, rememberUntilFileChanges } from '../common/remembered-files';
import { parseWrittenTime } from '../formats/written-time';
import {
  type CachedRoleFile,
  type CachedToken,
  cachedRoleFormat,
  loginCacheName,
  loginTokenFormat,
  ssoCacheName,
  ssoTokenFormat,
} from './aws-caches';
import { type AwsProfile, awsConfigFormat, awsCredentialsFormat, mergeProfiles } from './aws-config';
import { awsVaultPlaces } from './aws-vault-place';
import { type AwsSighting, type AwsTold, awsProfileVerdict, isSso } from './aws-verdict';

const mostRoleFiles = 200;

type ProfileFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'profiles'; readonly profiles: readonly AwsProfile[] };

/** Other tools ask AWS for a login by its profile. */
export interface AwsTool extends CredentialTool {
  readonly id: 'aws';
  lookAtProfile(name: string): Promise<(now: number) => AwsTold>;
}

/** The AWS CLI: it keeps everything in files, except where a profile asks another program. */
export const createAws = ({ doors }: ToolContext): AwsTool => {
  const { host } = doors;
  const places = awsPlaces(host);
  const awsVault = awsVaultPlaces(host);
  const tracesOfAwsVault = [
    ...executablePlaces(host, 'aws-vault'),
    awsVault.backend === 'file' ? awsVault.keysFolder : awsVault.keychainPath,
  ];
  const identity = { tool: 'aws', name: 'AWS CLI', installed: true } as const;

  const readProfiles = (path: string, format: typeof awsConfigFormat) =>
    rememberUntilFileChanges(doors, path, async (): Promise<ProfileFile> => {
      const file = await readInFormat(host, path, format);
      if (file.kind !== 'parsed') return file;
      return file.value
        ? { kind: 'profiles', profiles: file.value }
        : { kind: 'unreadable', reason: 'it is not what the AWS CLI reads' };
    });
  const readConfig = readProfiles(places.config, awsConfigFormat);
  const readCredentials = readProfiles(places.credentials, awsCredentialsFormat);

  const readToken = (format: FileFormat<CachedToken>) =>
    rememberFiles(doors, async (path): Promise<CachedToken> => {
      const file = await readInFormat(host, path, format);
      return file.kind === 'parsed' ? file.value : file;
    });
  const readSsoToken = readToken(ssoTokenFormat);
  const readLoginToken = readToken(loginTokenFormat);

  const listFolder = rememberFolders(doors, mostRoleFiles);
  const readRole = rememberFiles(doors, async (path): Promise<CachedRoleFile> => {
    const file = await readInFormat(host, path, cachedRoleFormat);
    return file.kind === 'parsed' ? file.value : file;
  });

  const readRoles = async (): Promise<readonly { readonly path: string; readonly file: CachedRoleFile }[]> => {
    const folder = await listFolder(places.roleCache);
    if (folder.kind === 'none') return [];
    if (folder.kind === 'unreadable') return [{ path: places.roleCache, file: folder }];
    // The CLI keeps a database of its own in there as well.
    const paths = folder.names.filter((name) => name.endsWith('.json')).map((name) => `${places.roleCache}/${name}`);
    return Promise.all(paths.map(async (path) => ({ path, file: await readRole(path) })));
  };

  const tokenOf = async (profile: AwsProfile): Promise<[string, { path: string; token: CachedToken }][]> => {
    const session = profile.ssoSession ?? profile.ssoStartUrl;
    if (session !== undefined) {
      const path = `${places.ssoCache}/${ssoCacheName(session)}`;
      return [[profile.name, { path, token: await readSsoToken(path) }]];
    }
    if (profile.loginSession === undefined) return [];
    const path = `${places.loginCache}/${loginCacheName(profile.loginSession)}`;
    return [[profile.name, { path, token: await readLoginToken(path) }]];
  };

  const sight = async () => {
    const [config, credentials] = await Promise.all([readConfig(), readCredentials()]);
    const profiles = mergeProfiles(
      config.kind === 'profiles' ? config.profiles : [],
      credentials.kind === 'profiles' ? credentials.profiles : [],
    );
    // Only a role that wants a code ends by itself.
    const asksForCode = [...profiles.values()].some(({ roleArn, mfaSerial }) => roleArn && mfaSerial);
    const roles = asksForCode ? await readRoles() : [];
    const tokens = new Map((await Promise.all([...profiles.values()].map(tokenOf))).flat());
    const found = roles.flatMap(({ file }) => (file.kind === 'role' ? [file] : []));
    const sighting: AwsSighting = { profiles, tokens, roles: found, awsVault };
    return { config, credentials, roles, sighting };
  };

  return {
    id: 'aws',
    name: 'AWS CLI',
    async look() {
      const [{ config, credentials, roles, sighting }, hasAwsVault, isInstalled] = await Promise.all([
        sight(),
        isAnyThere(doors, tracesOfAwsVault),
        isAnyThere(doors, [...executablePlaces(host, 'aws'), places.folder, places.config, places.credentials]),
      ]);
      const unreadable = [
        { path: places.config, file: config },
        { path: places.credentials, file: credentials },
      ].flatMap(({ path, file }) =>
        file.kind === 'unreadable' ? [unreadableConfiguration(identity, { path, reason: file.reason })] : [],
      );
      // One is enough to say that the ends of roles may not be those that are told.
      const unreadableRole = roles
        .flatMap(({ path, file }) =>
          file.kind === 'unreadable' ? [unreadableBeside(identity, { path, reason: file.reason })] : [],
        )
        .slice(0, 1);
      return (now): readonly Credential[] => {
        const logins = loginsOf(sighting.profiles).map(({ account, profile }) => ({
          ...identity,
          account,
          ...awsProfileVerdict(sighting, profile, now),
        }));
        const all = [
          ...fromEnvironment(host, now).map((told) => ({ ...identity, ...told })),
          ...unreadable,
          ...unreadableRole,
          ...logins,
        ];
        if (all.length > 0) return all.slice(0, greatestCredentialCount);
        if (!isInstalled) return [notFound(identity)];
        return [{ ...identity, ...(hasAwsVault ? besideAwsVault : signedOut) }];
      };
    },
    async lookAtProfile(name) {
      const { config, credentials, sighting } = await sight();
      const isUnknown = !sighting.profiles.has(name);
      if (isUnknown && config.kind === 'unreadable') return () => unreadableFiles(places.config, config.reason);
      if (isUnknown && credentials.kind === 'unreadable') {
        return () => unreadableFiles(places.credentials, credentials.reason);
      }
      return (now) => awsProfileVerdict(sighting, name, now);
    },
  };
};

const unreadableFiles = (path: string, reason: string): AwsTold => ({
  store: 'unknown',
  overSsh: 'unknown',
  status: 'unreadable',
  expiry: null,
  reason: `${path} cannot be read: ${reason}.`,
});

const awsPlaces = (host: MacHost) => {
  const folder = `${host.homeFolder}/.aws`;
  const from = (variable: string, usual: string) => toMacPath(host, host.environment[variable] || usual);
  return {
    folder,
    config: from('AWS_CONFIG_FILE', `${folder}/config`),
    credentials: from('AWS_SHARED_CREDENTIALS_FILE', `${folder}/credentials`),
    ssoCache: `${folder}/sso/cache`,
    loginCache: from('AWS_LOGIN_CACHE_DIRECTORY', `${folder}/login/cache`),
    roleCache: `${folder}/cli/cache`,
  };
};

/**
 * The logins behind the profiles: profiles of one SSO session share one, and a role without a code of its own ends with
 * the profile it is assumed with.
 */
const loginsOf = (profiles: ReadonlyMap<string, AwsProfile>) => {
  const logins = new Map<string, { readonly account: string; readonly profile: string }>();
  for (const profile of profiles.values()) {
    const { name, roleArn, sourceProfile, mfaSerial, keys, loginSession, credentialProgram } = profile;
    const isSourceKnown = sourceProfile !== undefined && sourceProfile !== name && profiles.has(sourceProfile);
    if (roleArn && isSourceKnown && !mfaSerial) continue;
    const session = profile.ssoSession ?? profile.ssoStartUrl;
    if (!roleArn && isSso(profile) && session) {
      if (!logins.has(`sso ${session}`)) logins.set(`sso ${session}`, { account: session, profile: name });
    } else if (roleArn || keys || loginSession || credentialProgram) {
      logins.set(`profile ${name}`, { account: name, profile: name });
    }
  }
  return [...logins.values()];
};

const fromEnvironment = ({ environment }: MacHost, now: number): readonly (AwsTold & { account: string })[] => {
  const { AWS_ACCESS_KEY_ID, AWS_WEB_IDENTITY_TOKEN_FILE, AWS_ROLE_ARN } = environment;
  if (!AWS_ACCESS_KEY_ID) return AWS_WEB_IDENTITY_TOKEN_FILE && AWS_ROLE_ARN ? [webIdentity] : [];
  const endsAt = parseWrittenTime(environment.AWS_CREDENTIAL_EXPIRATION);
  return [
    {
      account: 'AWS_ACCESS_KEY_ID',
      store: 'environment',
      overSsh: 'survives',
      reason: 'It uses AWS_ACCESS_KEY_ID, set in the environment, before any profile that is not named.',
      ...(endsAt === null ? { status: 'unknown', expiry: null } : statusByEnd('session', endsAt, now)),
    },
  ];
};

const webIdentity = {
  account: 'AWS_WEB_IDENTITY_TOKEN_FILE',
  store: 'environment',
  overSsh: 'survives',
  status: 'unknown',
  expiry: null,
  reason:
    'It uses the file that AWS_WEB_IDENTITY_TOKEN_FILE names, set in the environment, before any profile that is not named.',
} as const;

/** Whether it is handed one is up to the command that starts it: `aws-vault exec`. */
const besideAwsVault = {
  store: 'none',
  overSsh: 'unknown',
  status: 'unknown',
  expiry: null,
  reason:
    'Its files name no login of its own; aws-vault, which is here, hands it one where a command is run through it.',
} as const;

const signedOut = {
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  expiry: null,
  reason: 'Its files name no login. Run aws configure sso.',
} as const;
