import type { Credential } from '../core/snapshot';
import { readBoundedFile } from '../system/bounded-file';
import { listFolder } from '../system/bounded-folder';
import type { MacHost } from '../system/host';
import { toMacPath } from '../system/mac-path';
import {
  type CachedRole,
  type CachedToken,
  loginCacheName,
  parseCachedRole,
  parseLoginToken,
  parseSsoToken,
  ssoCacheName,
} from './aws-caches';
import { type AwsProfile, mergeProfiles, parseAwsProfiles } from './aws-config';
import { type AwsSighting, type AwsTold, awsProfileVerdict, isSso } from './aws-verdict';
import { greatestCredentialCount, notFound, unreadableConfiguration } from './common-credentials';
import type { CredentialTool, ToolContext } from './credential-tool';
import { statusByEnd } from './end-status';
import { executablePlaces, isAnyThere } from './executables';
import { rememberUntilFileChanges } from './fingerprint-cache';
import { rememberFiles } from './remembered-files';
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

  const listRoleFiles = rememberUntilFileChanges(doors, places.roleCache, () =>
    listFolder(host, places.roleCache, mostRoleFiles),
  );
  const readRole = rememberFiles(doors, async (path): Promise<CachedRole | null> => {
    const file = await readBoundedFile(host, path, cacheLimitBytes);
    return file.kind === 'text' ? parseCachedRole(file.text) : null;
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
      ? await Promise.all((await listRoleFiles()).map((name) => readRole(`${places.roleCache}/${name}`)))
      : [];
    const tokens = new Map((await Promise.all([...profiles.values()].map(tokenOf))).flat());
    const sighting: AwsSighting = { profiles, tokens, roles: roles.filter((role) => role !== null) };
    return { config, credentials, sighting };
  };

  return {
    id: 'aws',
    name: 'AWS CLI',
    folders: () => [places.folder, places.ssoCache, places.loginCache, places.roleCache],
    async look() {
      const [{ config, credentials, sighting }, isInstalled] = await Promise.all([
        sight(),
        isAnyThere(doors, [...executablePlaces(host, 'aws'), places.folder, places.config, places.credentials]),
      ]);
      const unreadable = [
        { path: places.config, file: config },
        { path: places.credentials, file: credentials },
      ].flatMap(({ path, file }) =>
        file.kind === 'unreadable' ? [unreadableConfiguration(identity, { path, reason: file.reason })] : [],
      );
      return (now): readonly Credential[] => {
        const logins = loginsOf(sighting.profiles).map(({ account, profile }) => ({
          ...identity,
          account,
          ...awsProfileVerdict(sighting, profile, now),
        }));
        const all = [...fromEnvironment(host, now).map((told) => ({ ...identity, ...told })), ...unreadable, ...logins];
        if (all.length > 0) return all.slice(0, greatestCredentialCount);
        return [isInstalled ? { ...identity, ...signedOut } : notFound(identity)];
      };
    },
    async lookAtProfile(name) {
      const { sighting } = await sight();
      return (now) => awsProfileVerdict(sighting, name, now);
    },
  };
};

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
  if (!environment.AWS_ACCESS_KEY_ID) return [];
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

const signedOut = {
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  expiry: null,
  reason: 'Its files name no login. Run aws configure sso.',
} as const;
