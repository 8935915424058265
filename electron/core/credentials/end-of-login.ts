import { isoTime } from '../time/outside-numbers';
import type { Credential } from '../words/credential';
import { type EnteredEndDate, isOwnedBy } from './entered-end-dates';

/** What the user has entered so far; `unreadable` with the reason as a clause. */
export type EndDatesReading =
  | { readonly kind: 'read'; readonly dates: readonly EnteredEndDate[] }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string };

/** Its item can be decrypted to learn its two times, if somebody asks for it. */
export const canReadExpiry = ({ tool, store, expiry, status }: Credential): boolean =>
  tool === 'claude-code' &&
  (store === 'login-keychain' || store === 'other-keychain') &&
  expiry === null &&
  status !== 'signed-out';

/**
 * Where the disk tells no end: the date that the user has entered, or that there is none; never a guess.
 *
 * @param endOfDay the last second of a day (YYYY-MM-DD) where the user is, in milliseconds since 1970.
 * @param now milliseconds since 1970.
 */
export const tellEnd = (
  credential: Credential,
  reading: EndDatesReading,
  endOfDay: (day: string) => number,
  now: number,
): Credential => {
  if (credential.expiry !== null || !isKept(credential) || canReadExpiry(credential)) return credential;
  if (!credential.mayEnterEndDate) return sayNoEnd(credential);
  if (reading.kind === 'unreadable') {
    return say(sayNoEnd(credential), `What was entered cannot be read: ${reading.path}: ${reading.reason}.`);
  }
  const { tool, account = null } = credential;
  const date = reading.dates.find((entered) => isOwnedBy(entered, { tool, account }));
  return date === undefined ? sayNoEnd(credential) : withEntered(credential, date, endOfDay(date.endsOn), now);
};

const stores: readonly Credential['store'][] = ['login-keychain', 'other-keychain', 'file', 'environment'];

/** A login that is there and of whose end nothing was found. */
const isKept = ({ installed, store, status }: Credential): boolean =>
  installed && stores.includes(store) && (status === 'unknown' || status === 'valid');

/** Some tools say it themselves, with what goes with it: the age of a file. */
const sayNoEnd = (credential: Credential): Credential =>
  /no end date on disk/i.test(credential.reason) ? credential : say(credential, 'No end date on disk.');

const say = (credential: Credential, sentence: string): Credential => ({
  ...credential,
  reason: `${credential.reason} ${sentence}`,
});

const withEntered = (
  credential: Credential,
  { endsOn, enteredAt }: EnteredEndDate,
  endsAt: number,
  now: number,
): Credential => {
  const expiry = { of: 'login', at: isoTime(endsAt), basis: 'entered', endsOn } as const;
  const isOfFormer = credential.writtenAt !== undefined && Date.parse(credential.writtenAt) > enteredAt;
  // A token that was renewed since has not ended with the former one.
  if (isOfFormer) {
    const status = endsAt <= now ? 'unknown' : 'valid';
    const told = say(credential, 'It was written after its end date was entered: the date may be of the former token.');
    return { ...told, status, expiry };
  }
  return { ...credential, status: endsAt <= now ? 'expired' : 'valid', expiry };
};
