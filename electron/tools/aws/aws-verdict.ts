import { type LoginStatus, loginStatus } from '../../core/credentials/login-status';
import type { Credential } from '../../core/words/credential';
import { statusByEnd } from '../common/end-status';
import { type CachedRole, type CachedToken, isOfRole } from './aws-caches';
import type { AwsProfile } from './aws-config';
import { type AwsVaultPlaces, followAwsProgram } from './aws-vault-place';

export type AwsTold = Pick<
  Credential,
  'store' | 'keychainPath' | 'overSsh' | 'reason' | 'status' | 'expiry' | 'symptom' | 'profile'
>;

/** What was found of the AWS CLI. Holds no secret. */
export interface AwsSighting {
  readonly profiles: ReadonlyMap<string, AwsProfile>;
  /** By profile: the token that its SSO session or `aws login` has cached, and where. */
  readonly tokens: ReadonlyMap<string, { readonly path: string; readonly token: CachedToken }>;
  readonly roles: readonly CachedRole[];
  readonly awsVault: AwsVaultPlaces;
}

const noExpiry = { status: 'unknown', expiry: null } as const;
const file = { store: 'file', overSsh: 'survives' } as const;
const longestChain = 8;

/**
 * What the login of a profile is at a moment, in the order in which botocore's providers are asked.
 *
 * @param now milliseconds since 1970.
 */
export const awsProfileVerdict = (sighting: AwsSighting, name: string, now: number, depth = 0): AwsTold => {
  const profile = sighting.profiles.get(name);
  if (!profile || depth > longestChain) return unknown(`Profile ${name} leads to no login in the AWS files.`);
  if (profile.roleArn && profile.webIdentityTokenFile) {
    return { ...file, ...noExpiry, reason: `It uses ${profile.webIdentityTokenFile}, which something else renews.` };
  }
  if (profile.roleArn) return ofRole(sighting, profile, profile.roleArn, now, depth);
  if (isSso(profile)) return ofSso(sighting, profile, now);
  if (profile.keys?.file === 'credentials') return ofKeys(profile.keys);
  if (profile.loginSession) return ofLogin(sighting, profile, now);
  if (profile.credentialProgram) return ofProgram(profile.credentialProgram, sighting);
  if (profile.keys) return ofKeys(profile.keys);
  return unknown(`Profile ${name} names no login.`);
};

export const isSso = ({ ssoSession, ssoStartUrl }: AwsProfile): boolean => Boolean(ssoSession ?? ssoStartUrl);

const unknown = (reason: string): AwsTold => ({ ...noExpiry, store: 'unknown', overSsh: 'unknown', reason });

/** A role asks for its source's login; where a code from a device is needed too, what was cached counts until it ends. */
const ofRole = (sighting: AwsSighting, profile: AwsProfile, roleArn: string, now: number, depth: number): AwsTold => {
  const { sourceProfile, mfaSerial, name } = profile;
  if (!sourceProfile) return unknown(`Profile ${name} assumes a role with what its surroundings give it.`);
  const isItsOwnSource = sourceProfile === name;
  const source = isItsOwnSource
    ? profile.keys
      ? ofKeys(profile.keys)
      : unknown(`Profile ${name} is its own source and has no keys.`)
    : awsProfileVerdict(sighting, sourceProfile, now, depth + 1);
  const reason = `It assumes a role with profile ${sourceProfile}. ${source.reason}`;
  if (!mfaSerial) return { ...source, reason };
  const ends = sighting.roles.filter((role) => isOfRole(role, roleArn)).map(({ expiresAt }) => expiresAt);
  const session = ends.length > 0 ? statusByEnd('session', Math.max(...ends), now) : noExpiry;
  return { ...source, ...session, reason: `${reason} It then asks for an MFA code.` };
};

const ofSso = (sighting: AwsSighting, profile: AwsProfile, now: number): AwsTold => {
  const { path, token } = sighting.tokens.get(profile.name) ?? { path: 'The cache', token: { kind: 'none' } as const };
  const logIn = `Run aws sso login --profile ${profile.name}.`;
  if (token.kind === 'none') {
    return {
      status: 'signed-out',
      expiry: null,
      store: 'none',
      overSsh: 'unknown',
      reason: `${path} is not there. ${logIn}`,
      symptom: `Error loading SSO Token: Token for ${profile.ssoSession ?? profile.ssoStartUrl} does not exist`,
      profile: profile.name,
    };
  }
  if (token.kind === 'unreadable') return unreadable(path, token.reason);
  const status = ssoStatus(token, now);
  const renews = token.hasRefreshToken ? ' It renews itself, unless the organisation ends the session earlier.' : '';
  const told = { ...file, ...status, reason: `It uses ${path}, which no lock guards.` };
  if (status.status !== 'expired') return { ...told, reason: `${told.reason}${renews}` };
  return {
    ...told,
    reason: `${told.reason} Its session has ended. ${logIn}`,
    symptom: 'The SSO session associated with this profile has expired or is otherwise invalid',
    profile: profile.name,
  };
};

/** With a refresh token the session goes on until the client's registration ends, at the latest. */
const ssoStatus = (token: Extract<CachedToken, { kind: 'token' }>, now: number): LoginStatus => {
  const { expiresAt, hasRefreshToken, renewableUntil } = token;
  if (!hasRefreshToken) return statusByEnd('session', expiresAt, now);
  if (renewableUntil === null) return renewing(token, now);
  const session = statusByEnd('session', Math.max(expiresAt, renewableUntil), now);
  return session.status === 'valid' && expiresAt <= now ? { ...session, status: 'renews-itself' } : session;
};

const renewing = ({ expiresAt, hasRefreshToken }: Extract<CachedToken, { kind: 'token' }>, now: number): LoginStatus =>
  loginStatus({ accessTokenExpiresAt: expiresAt, loginExpiresAt: null, hasRefreshToken }, now);

const ofLogin = (sighting: AwsSighting, profile: AwsProfile, now: number): AwsTold => {
  const { path, token } = sighting.tokens.get(profile.name) ?? { path: 'The cache', token: { kind: 'none' } as const };
  const symptom = "Your session has expired. Please reauthenticate using 'aws login'.";
  if (token.kind === 'none') {
    const reason = `${path} is not there. Run aws login --profile ${profile.name}.`;
    const told = { status: 'signed-out', expiry: null, store: 'none', overSsh: 'unknown' } as const;
    return { ...told, reason, symptom, profile: profile.name };
  }
  if (token.kind === 'unreadable') return unreadable(path, token.reason);
  const status = token.hasRefreshToken ? renewing(token, now) : statusByEnd('session', token.expiresAt, now);
  const told = { ...file, ...status, reason: `It uses ${path}, which no lock guards.` };
  return status.status === 'expired' ? { ...told, symptom, profile: profile.name } : told;
};

const unreadable = (path: string, reason: string): AwsTold => ({
  ...file,
  overSsh: 'unknown',
  status: 'unreadable',
  expiry: null,
  reason: `${path} cannot be read: ${reason}.`,
});

const ofKeys = ({ path, areTemporary }: NonNullable<AwsProfile['keys']>): AwsTold => ({
  ...file,
  ...noExpiry,
  reason: areTemporary
    ? `It uses temporary keys in ${path}, which no lock guards. There is no end date on disk.`
    : `It uses keys in ${path}, which no lock guards and which have no end date on disk.`,
});

const ofProgram = (program: string, { awsVault }: AwsSighting): AwsTold => {
  const followed = followAwsProgram(awsVault, program);
  if (!followed) return unknown(`It asks ${program}, and where that keeps its login is not known.`);
  const { clause, ...told } = followed;
  return { ...noExpiry, ...told, reason: `It asks ${program}, which ${clause}.` };
};
