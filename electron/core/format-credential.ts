import { formatMoment, type LocalNow } from './format-moment';
import type { Credential, CredentialStatus, ExpiryOf } from './snapshot';

export const overSshPhrase: Readonly<Record<Credential['overSsh'], string>> = {
  breaks: 'Breaks over SSH',
  survives: 'Survives SSH',
  unknown: 'Over SSH: unknown',
};

/** What the status means for the person; a renewable access token is not an expired login. */
export const credentialStatusPhrase: Readonly<Record<CredentialStatus, string>> = {
  valid: 'Signed in',
  expiring: 'Ends soon',
  expired: 'Expired',
  'renews-itself': 'Renews itself',
  'signed-out': 'Signed out',
  unreadable: 'Not readable',
  unknown: 'Status unknown',
};

/** What ends, in words. */
export const expirySubject: Readonly<Record<ExpiryOf, string>> = {
  login: 'login',
  'access-token': 'access token',
  session: 'session',
  certificate: 'certificate',
};

/** The words before the moment: "login ends", "access token ended". */
export const formatExpirySubject = (expiry: NonNullable<Credential['expiry']>, nowMs: number): string =>
  `${expirySubject[expiry.of]} ${Date.parse(expiry.at) <= nowMs ? 'ended' : 'ends'}`;

/** "login ends in 2 h 10 min" */
export const formatExpiry = (expiry: NonNullable<Credential['expiry']>, now: LocalNow): string =>
  `${formatExpirySubject(expiry, now.nowMs)} ${formatMoment(expiry.at, now)}`;

/** `Shows as: “not logged in”`: the tool's own words while a locked keychain keeps its login from it; null when there are none. */
export const formatSymptom = ({ overSsh, symptom }: Pick<Credential, 'overSsh' | 'symptom'>): string | null =>
  overSsh === 'breaks' && symptom ? `Shows as: “${symptom}”` : null;
