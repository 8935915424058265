import type { Credential } from '../core/snapshot';
import { readBoundedFile } from '../system/bounded-file';
import { listFolder } from '../system/bounded-folder';
import type { MacHost } from '../system/host';
import { toMacPath } from '../system/mac-path';
import {
  type CachedRoleFile,
  type CachedToken,
  loginCacheName,
  parseCachedRole,
  parseLoginToken,
  parseSsoToken,
  ssoCacheName,
} from './aws-caches';
import { type AwsProfile, mergeProfiles, parseAwsProfiles } from './aws-config';
import { type AwsSighting, type AwsTold, awsProfileVerdict, isSso } from './aws-verdict';
import { greatestCredentialCount, notFound, unreadableBeside, unreadableConfiguration } from './common-credentials';
import type { CredentialTool, ToolContext } from './credential-tool';
import { statusByEnd } from './end-status';
import { executablePlaces, isAnyThere } from './executables';
import { rememberFiles, rememberUntilFileChanges } from './remembered-files';
import { parseWrittenTime } from './written-time';

const configLimitBytes = 2 * 1024 * 1024;
const cacheLimitBytes = 256 * 1024;
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
  const identity = { tool: 'aws', name: 'AWS CLI', installed: true } as const;

  const readProfiles = (path: string, kind: 'config' | 'credentials') =>
    rememberUntilFileChanges(doors, path, async (): Promise<ProfileFile> => {
      const file = await readBoundedFile(host, path, configLimitBytes);
      if (file.kind !== 'text') return file;
      const profiles = parseAwsProfiles(file.text, kind, path);
      return profiles
        ? { kind: 'profiles', profiles }
        : { kind: 'unreadable', reason: 'it is not what the AWS CLI reads' };
    });
  const readConfig = readProfiles(places.config, 'config');
  const readCredentials = readProfiles(places.credentials, 'credentials');

  const readToken = (parse: (text: string) => CachedToken) =>
    rememberFiles(doors, async (path): Promise<CachedToken> => {
      const file = await readBoundedFile(host, path, cacheLimitBytes);
      return file.kind === 'text' ? parse(file.text) : file;
    });
  const readSsoToken = readToken(parseSsoToken);
  const readLoginToken = readToken(parseLoginToken);

  // The CLI keeps a database of its own in there as well.
  const listRoleFiles = rememberUntilFileChanges(doors, places.roleCache, async () =>
    (await listFolder(host, places.roleCache, mostRoleFiles)).filter((name) => name.endsWith('.json')),
  );
  const readRole = rememberFiles(doors, async (path): Promise<CachedRoleFile> => {
    const file = await readBoundedFile(host, path, cacheLimitBytes);
    return file.kind === 'text' ? parseCachedRole(file.text) : file;
  });

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
    const roles = asksForCode
      ? await Promise.all(
          (await listRoleFiles())
            .map((name) => `${places.roleCache}/${name}`)
            .map(async (path) => ({ path, file: await readRole(path) })),
        )
      : [];
    const tokens = new Map((await Promise.all([...profiles.values()].map(tokenOf))).flat());
    const found = roles.flatMap(({ file }) => (file.kind === 'role' ? [file] : []));
    const sighting: AwsSighting = { profiles, tokens, roles: found };
    return { config, credentials, roles, sighting };
  };

  return {
    id: 'aws',
    name: 'AWS CLI',
    folders: () => [places.folder, places.ssoCache, places.loginCache, places.roleCache],
    async look() {
      const [{ config, credentials, roles, sighting }, isInstalled] = await Promise.all([
        sight(),
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
        return [isInstalled ? { ...identity, ...signedOut } : notFound(identity)];
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

const signedOut = {
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  expiry: null,
  reason: 'Its files name no login. Run aws configure sso.',
} as const;
