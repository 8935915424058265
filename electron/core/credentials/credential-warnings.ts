import type { Credential, ExpiryOf } from '../words/credential';
import type { Warning } from '../words/warning';
import { type ExpiryThresholds, expiryStage } from './expiry-thresholds';
import { expirySubject } from './format-credential';

/** Each by its name; beyond these the list would bury what matters. */
const mostNamed = 5;

/** What lives for hours and ended so long ago is not waited for: a profile that nobody uses is no alarm for ever. */
const abandonedAfterMs = 7 * 24 * 60 * 60_000;
const shortLived: readonly ExpiryOf[] = ['session', 'access-token'];

/**
 * A login that ends soon or has ended, what was nearest to now first. One that renews itself is no news.
 *
 * @param now milliseconds since 1970.
 */
export const credentialWarnings = (
  credentials: readonly Credential[],
  thresholds: ExpiryThresholds,
  now: number,
): Warning[] => {
  const distance = ({ expiry }: Credential): number => (expiry ? Math.abs(Date.parse(expiry.at) - now) : 0);
  const ending = credentials
    .filter((credential) => credential.installed && expiryStage(credential, thresholds, now).order > 0)
    .map((credential) => ({ credential, isAbandoned: isAbandoned(credential, now) }))
    .sort(
      (one, other) =>
        Number(one.isAbandoned) - Number(other.isAbandoned) || distance(one.credential) - distance(other.credential),
    );
  const named = ending
    .slice(0, mostNamed)
    .map(({ credential, isAbandoned: isOld }) => warningOf(credential, isOld, thresholds, now));
  const [next] = ending.slice(mostNamed);
  if (next === undefined) return named;
  const others = ending.length - mostNamed;
  const more: Warning = {
    ...warningOf(next.credential, next.isAbandoned, thresholds, now),
    title: others === 1 ? '1 more login ends soon or has ended' : `${others} more logins end soon or have ended`,
    detail: 'The list of logins shows them all.',
  };
  return [...named, more];
};

/** "The AWS CLI session of ‘work’ ends within 30 minutes": words that stay true; the moment stands in the login's row. */
export const expiryTitle = (credential: Credential, thresholds: ExpiryThresholds, now: number): string => {
  const { name, account, expiry } = credential;
  const whose = account === undefined ? '' : ` of ‘${account}’`;
  return `The ${name} ${expirySubject[expiry?.of ?? 'login']}${whose} ${expiryStage(credential, thresholds, now).words}`;
};

/** What to do about it, in one sentence. */
export const expiryAdvice = ({ name, status, expiry }: Credential): string => {
  if (expiry?.of === 'certificate') {
    return status === 'expired'
      ? `${name} needs a new certificate in its place.`
      : `Renew it before you walk away: ${name} cannot use it once it has ended.`;
  }
  return status === 'expired'
    ? `${name} asks for a new login, wherever it runs. Sign in again on this Mac.`
    : `Sign in to ${name} again before you walk away; over SSH there is no browser to do it with.`;
};

const warningOf = (credential: Credential, isOld: boolean, thresholds: ExpiryThresholds, now: number): Warning => ({
  code: credential.status === 'expired' ? 'login-expired' : 'login-expiring',
  severity: isOld ? 'info' : 'warning',
  title: expiryTitle(credential, thresholds, now),
  detail: expiryAdvice(credential),
  actions: [],
});

const isAbandoned = ({ status, expiry }: Credential, now: number): boolean =>
  status === 'expired' &&
  expiry !== null &&
  shortLived.includes(expiry.of) &&
  now - Date.parse(expiry.at) > abandonedAfterMs;
