import type { CauseId } from './causes/causes';
import type { SessionLock } from './facts';
import { type Context, concerned, knownFact } from './question';
import { needsKeychain } from './questions-of-keychain';

/** What only a locked keychain explains. */
export const lockCauses: readonly CauseId[] = [
  'ssh-login-locked',
  'tmux-server-locked',
  'background-server-locked',
  'next-login-locked',
  'desktop-locked',
  'keychain-locks-itself',
  'keychain-password-differs',
];

/** What only somebody meets whose login is in a keychain. */
const keychainOnly: readonly CauseId[] = [
  ...lockCauses,
  'keychain-access-denied',
  'permission-does-not-last',
  'keychain-not-searched',
  'keychain-file-unusable',
  'session-not-searching',
  'no-default-keychain',
];

/**
 * What was measured rules out, whatever a text says: cause by cause the clause that does. A cause needs nothing against it.
 */
export const ruledOut = (context: Context): ReadonlyMap<CauseId, string> => {
  const out = new Map<CauseId, string>();
  const rule = (causes: readonly CauseId[], clause: string | null) => {
    if (clause !== null) for (const cause of causes) if (!out.has(cause)) out.set(cause, clause);
  };
  rule(keychainOnly, survivingClause(context));
  if (context.facts.message !== undefined) rule(lockCauses, openHereClause(context));
  rule(['signed-out'], storedClause(context));
  return out;
};

/** A tool whose logins all lie outside keychains has no part in them. */
const survivingClause = (context: Context): string | null => {
  const known = knownFact(context.facts, 'credentials');
  if (context.tools === null || known.kind === 'not-measured' || known.basis !== 'measured') return null;
  const logins = concerned(context, known.value);
  const [first] = logins;
  if (!first || logins.some((login) => needsKeychain(login) || login.overSsh !== 'survives')) return null;
  return `the ${first.name} login is in no keychain and survives SSH`;
};

/** The text was printed where somebody asks, as far as anybody has said. */
const openHereClause = ({ facts }: Context): string | null => {
  const sessions = knownFact(facts, 'sessions');
  if (sessions.kind === 'not-measured') return null;
  const here = sessions.value.find(({ isThisSession }) => isThisSession);
  return here !== undefined && isOpenLogin(here) ? `${here.title} sees the login keychain unlocked` : null;
};

/** The desktop's lock says nothing of a text that may have been printed elsewhere. */
const isOpenLogin = ({ bornIn, sees, basis }: SessionLock): boolean =>
  bornIn !== 'desktop' && sees === 'unlocked' && basis === 'measured';

/** Somebody is signed in where a login is stored, whatever its state. */
const storedClause = (context: Context): string | null => {
  const known = knownFact(context.facts, 'credentials');
  if (context.tools === null || known.kind === 'not-measured') return null;
  const logins = concerned(context, known.value);
  const stored = logins.find(({ store, status }) => store !== 'none' && store !== 'unknown' && status !== 'signed-out');
  if (!stored || logins.some(({ status }) => status === 'signed-out')) return null;
  return `a login of ${stored.name} is stored`;
};
