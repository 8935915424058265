import { midSentence } from '../text/mid-sentence';
import type { Credential } from '../words/credential';
import type { RemoteSession } from '../words/session';
import { sessionKindName } from './format-session';
import { sessionTitle } from './session-title';

type Place = Pick<RemoteSession, 'kind' | 'name' | 'from' | 'bornIn'>;

/** In each of the two lists; more names are no sentence that somebody reads. */
const mostNamed = 3;

/** The session with what a locked keychain means for the tools in it, where it sees one and something is known. */
export const withVerdict = (
  { verdict: _former, ...session }: RemoteSession,
  credentials: readonly Credential[],
): RemoteSession => {
  if (session.bornIn !== 'initial' && session.sees !== 'locked') return session;
  const { breaking, surviving } = toolsIn(session.bornIn, credentials);
  if (breaking === null && surviving === null) return session;
  const what = breaking === null ? `${surviving} will not look logged out` : symptomClause(session.bornIn, credentials);
  return { ...session, verdict: `In ${placeOf(session)}: ${what}.` };
};

const symptomClause = (bornIn: RemoteSession['bornIn'], credentials: readonly Credential[]): string =>
  bornIn === 'initial' ? notFoundClause(credentials) : logoutClause(bornIn, credentials);

/**
 * What shows in the session of daemons, where the login keychain is not searched: "Claude Code and gh find no login (exit
 * code 44); npm does", without a full stop. Unlocking changes nothing of it.
 */
export const notFoundClause = (credentials: readonly Credential[]): string => {
  const { breaking, surviving } = toolsIn('initial', credentials);
  const rest = surviving === null ? '' : `; ${surviving} will`;
  return `the login keychain is not searched there, so ${breaking ?? 'tools that keep their login in it'} will find no login (exit code 44)${rest}`;
};

/**
 * "Claude Code, gh and Docker will look logged out; npm will not", without a full stop.
 *
 * @param until goes with the first half: " until you unlock it".
 */
export const logoutClause = (
  bornIn: RemoteSession['bornIn'],
  credentials: readonly Credential[],
  until = '',
): string => {
  const { breaking, surviving } = toolsIn(bornIn, credentials);
  const rest = surviving === null ? '' : `; ${surviving} will not`;
  return `${breaking ?? 'tools that keep their login in it'} will look logged out${until}${rest}`;
};

/**
 * What is not known is in neither list, nor is a login that has ended or that nobody has signed in to: the lock makes no
 * difference to it. A session of the desktop lacks the login keychain only; one of SSH lacks the desktop's apps as well.
 */
const toolsIn = (bornIn: RemoteSession['bornIn'], credentials: readonly Credential[]) => {
  const told = credentials.filter(
    ({ installed, status }) => installed && !['signed-out', 'expired', 'unreadable'].includes(status),
  );
  const names = (overSsh: 'breaks' | 'survives') =>
    new Set(
      told
        .filter((one) => one.overSsh === overSsh)
        .filter(({ store }) => overSsh === 'survives' || bornIn !== 'desktop' || store === 'login-keychain')
        .map(({ name }) => name),
    );
  const breaking = names('breaks');
  const surviving = names('survives');
  const inPart = (name: string) => (surviving.has(name) ? `${name} (some logins)` : name);
  return {
    breaking: listOf([...breaking].map(inPart)),
    surviving: listOf([...surviving].filter((name) => !breaking.has(name))),
  };
};

const listOf = (names: readonly string[]): string | null => {
  if (names.length === 0) return null;
  if (names.length > mostNamed) return `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`;
  return names.length === 1 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

const startedPhrase: Readonly<Record<RemoteSession['bornIn'], string>> = {
  desktop: ', started on the desktop',
  ssh: ', started over SSH',
  initial: ', started by the system',
  unknown: '',
};

/** "‘work’ (tmux server, started over SSH)", "the next SSH login". */
const placeOf = (session: Place): string => {
  const { kind, name, bornIn } = session;
  const isLogin = kind === 'ssh' || kind === 'fresh-ssh';
  const started = isLogin ? '' : startedPhrase[bornIn];
  if (name !== undefined) return `‘${name}’ (${sessionKindName[kind]}${started})`;
  if (kind === 'fresh-ssh') return 'the next SSH login';
  return `the ${midSentence(sessionTitle(session))}${started === '' ? '' : ` (${started.slice(2)})`}`;
};
