import { formatTimeout } from '../time/format-timeout';
import type { SessionLock, StoredCredential } from './facts';
import { otherKeychain } from './other-keychain';
import { aboutFact, type Context, concerned, knownFact, no, notKnown, type Question, type Trouble } from './question';

/** Sessions that have a security session of their own, by what helps them. */
const kindsOf = {
  ssh: ['ssh', 'mosh', 'screen', 'multiplexer', 'other-login'],
  background: ['editor-server', 'agent-daemon', 'background-job'],
} as const satisfies Readonly<Record<string, readonly SessionLock['kind'][]>>;

const isElsewhere = (sessions: readonly SessionLock[], among: readonly SessionLock[]): boolean =>
  sessions.some((session) => session.isThisSession && isOwnSession(session)) &&
  !among.some(({ isThisSession }) => isThisSession);

/** Yes where one of these sees the keychain locked; only a hint where somebody asks from inside another session. */
const aboutLock = (text: string, isOfKind: (session: SessionLock) => boolean, weight?: 'hint'): Question =>
  aboutFact('sessions', text, (sessions, { facts }): Trouble | null => {
    const locked = sessions.filter((session) => isOfKind(session) && session.sees === 'locked');
    if (locked.length === 0) return null;
    const isHint = weight === 'hint' ? facts.symptom !== 'not-over-ssh' : isElsewhere(sessions, locked);
    return {
      says: locked.map(({ title }) => `${title} sees the login keychain locked`),
      weight: isHint ? 'hint' : 'certain',
      basis: locked.some(({ basis }) => basis === 'measured') ? 'measured' : 'inferred',
    };
  });

/** What shares the desktop's session is locked and unlocked with it. */
const isOwnSession = ({ bornIn }: SessionLock): boolean => bornIn !== 'desktop';

/** In the session of daemons the keychain is not searched, so whether it is locked there is another question. */
const isUnlockable = (session: SessionLock): boolean => isOwnSession(session) && session.bornIn !== 'initial';

export const needsKeychain = ({ store, overSsh }: StoredCredential): boolean =>
  overSsh !== 'survives' && (store === 'login-keychain' || store === 'other-keychain' || store === 'unknown');

const fileClause = { missing: 'is missing', 'not-readable': 'cannot be read', damaged: 'is damaged' } as const;

export const keychainQuestions = {
  'needs-keychain': {
    text: 'Is the login stored in a keychain?',
    ask: (context: Context) => {
      const known = knownFact(context.facts, 'credentials');
      if (known.kind === 'not-measured') return notKnown('credentials', known.reason);
      const logins = concerned(context, known.value);
      if (logins.length === 0) return notKnown('credentials', 'no stored login of this tool was found');
      return logins.some(needsKeychain) ? { answer: 'yes', weight: 'certain', evidence: [] } : no;
    },
  },
  'keychain-file': aboutFact('loginKeychainFile', 'Is the login keychain’s file missing or damaged?', (state) =>
    state === 'readable' ? null : { says: `the login keychain’s file ${fileClause[state]}` },
  ),
  'not-searched': aboutFact('searchList', 'Is the login keychain not on the search list?', ({ hasLogin }) =>
    hasLogin ? null : { says: 'the search list does not name the login keychain' },
  ),
  'session-not-searching': aboutFact(
    'sessions',
    'Does it run in the session of the system, which does not search the login keychain?',
    (sessions): Trouble | null => {
      const initial = sessions.filter(({ bornIn }) => bornIn === 'initial');
      if (initial.length === 0) return null;
      return {
        says: initial.map(({ title }) => `${title} does not search the login keychain`),
        weight: initial.some(({ isThisSession }) => isThisSession) ? 'certain' : 'hint',
        basis: initial.some(({ isThisSession }) => isThisSession) ? 'measured' : 'inferred',
      };
    },
  ),
  'no-default': aboutFact('defaultKeychain', 'Is there no usable default keychain?', (state) =>
    state === 'present' ? null : { says: `the default keychain is ${state.replaceAll('-', ' ')}` },
  ),
  'password-differs': aboutFact('loginPassword', 'Has the keychain another password than the login?', (state) =>
    state === 'out-of-step' ? { says: 'the keychain’s password and the login password are out of step' } : null,
  ),
  'desktop-locked': aboutLock('Is the keychain locked in the desktop session?', ({ kind }) => kind === 'desktop'),
  'tmux-locked': aboutLock(
    'Does a tmux server that was started over SSH see it locked?',
    (session) => session.kind === 'tmux-server' && isUnlockable(session),
  ),
  'ssh-locked': aboutLock(
    'Does an SSH login see it locked?',
    (session) => kindsOf.ssh.some((kind) => kind === session.kind) && isUnlockable(session),
  ),
  'background-locked': aboutLock(
    'Does a server in the background see it locked?',
    (session) => kindsOf.background.some((kind) => kind === session.kind) && isUnlockable(session),
  ),
  'next-login-locked': aboutLock('Will the next SSH login see it locked?', ({ kind }) => kind === 'fresh-ssh', 'hint'),
  'not-allowed': aboutFact(
    'sessions',
    'Was the item refused although the keychain is open there?',
    (sessions, { facts: { message } }): Trouble | null => {
      const here = sessions.find(({ isThisSession }) => isThisSession);
      if (message?.kind !== 'recognised' || !message.causes.includes('keychain-access-denied')) return null;
      // What could not be written is a trouble of its own, whoever refused it.
      if (message.causes[0] === 'login-not-stored') return null;
      if (!here || !isOwnSession(here) || here.sees !== 'unlocked' || here.basis !== 'measured') return null;
      return {
        says: `${here.title} sees the login keychain unlocked, so what was refused there was refused to the program`,
        basis: 'inferred',
      };
    },
  ),
  'locks-itself': aboutFact(
    'autoLock',
    'Does the keychain lock itself?',
    ({ lockOnSleep, idleTimeoutSeconds }, context): Trouble | null => {
      // Another keychain has settings of its own.
      if ((!lockOnSleep && idleTimeoutSeconds === null) || otherKeychain(context) !== undefined) return null;
      const after = idleTimeoutSeconds === null ? [] : [`after ${formatTimeout(idleTimeoutSeconds)} without use`];
      const when = [...after, ...(lockOnSleep ? ['when the Mac sleeps'] : [])].join(' and ');
      return { says: `the login keychain locks ${when}`, weight: 'hint' };
    },
  ),
  'needs-desktop-app': aboutFact('credentials', 'Does the tool ask an app on the desktop?', (all, context) => {
    const asking = concerned(context, all).filter(({ store }) => store === 'desktop-app');
    const sessions = knownFact(context.facts, 'sessions');
    const isOverSsh =
      sessions.kind === 'known' && sessions.value.some((session) => session.isThisSession && isOwnSession(session));
    if (asking.length === 0) return null;
    return {
      says: asking.map(({ name }) => `${name} asks its app on the desktop`),
      weight: isOverSsh ? 'certain' : 'hint',
    };
  }),
} as const satisfies Readonly<Record<string, Question>>;
