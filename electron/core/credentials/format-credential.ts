import { formatCalendarDay, formatMoment, type LocalNow } from '../time/format-moment';
import type { Credential, CredentialStatus, Expiry, ExpiryOf } from '../words/credential';

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
export const formatExpirySubject = (expiry: Expiry, nowMs: number): string =>
  `${expirySubject[expiry.of]} ${Date.parse(expiry.at) <= nowMs ? 'ended' : 'ends'}`;

/** When it ends, as exactly as that is known: of a day that was entered no hour is told. */
export const formatExpiryMoment = ({ at, endsOn }: Expiry, now: LocalNow): string =>
  endsOn === undefined ? formatMoment(at, now) : formatCalendarDay(endsOn, now);

/** Stands after a date that the user has entered. */
export const enteredPhrase = 'entered by you';

/** "login ends in 2 h 10 min", "login ends tomorrow, entered by you" */
export const formatExpiry = (expiry: Expiry, now: LocalNow): string => {
  const words = `${formatExpirySubject(expiry, now.nowMs)} ${formatExpiryMoment(expiry, now)}`;
  return expiry.basis === 'entered' ? `${words}, ${enteredPhrase}` : words;
};

/** `Shows as: “not logged in”`: the tool's own words while a locked keychain keeps its login from it; null when there are none. */
export const formatSymptom = ({ overSsh, symptom }: Pick<Credential, 'overSsh' | 'symptom'>): string | null =>
  overSsh === 'breaks' && symptom ? `Shows as: “${symptom}”` : null;
