import { formatTimeout } from '../time/format-timeout';
import type { Forecast, Keychain } from '../words/keychain';
import type { RemoteSession } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import type { Warning } from '../words/warning';
import { helpFor } from './session-help';
import { sessionTitle } from './session-title';
import { logoutClause, notFoundClause } from './session-verdict';

type Facts = Pick<Snapshot, 'sessions' | 'remoteAccess' | 'credentials'>;

/** Each in one sentence of its own; beyond these the list would bury what matters. */
const mostOfAKind = 5;

/**
 * What remote sessions run into, or are about to, one warning a session.
 *
 * @param now milliseconds since 1970.
 */
export const sessionWarnings = (login: Keychain, facts: Facts, now: number): Warning[] => [
  ...desktopBorn(login, facts, now),
  ...sshBornServers(login, facts),
  ...initialServers(login, facts),
  ...jobsOfTheirOwn(facts),
];

const desktopBorn = (login: Keychain, facts: Facts, now: number): Warning[] => {
  if (login.lock.session !== 'desktop') return [];
  const reachable = facts.sessions.filter((session) => isReachableOverSsh(session, facts.remoteAccess.remoteLogin));
  if (login.lock.state === 'locked') return cut(reachable.map((session) => desktopLocked(session, login, facts)));
  const when = login.lock.state === 'unlocked' ? whenItLocks(login.forecast, now) : null;
  return when === null ? [] : cut(reachable.map((session) => desktopWillLock(session, when)));
};

/** Born on the desktop and within reach of a remote login: a remote client is attached, or one could log in and attach. */
const isReachableOverSsh = ({ bornIn, remoteClients }: RemoteSession, remoteLogin: string): boolean =>
  bornIn === 'desktop' && ((remoteClients ?? 0) > 0 || remoteLogin === 'on');

const desktopLocked = (session: RemoteSession, login: Keychain, { credentials }: Facts): Warning => ({
  code: 'desktop-locked',
  severity: 'critical',
  sessionId: session.id,
  title: `${sessionTitle(session)} sees a locked keychain`,
  detail: `It shares the desktop's session, whose keychain is locked: ${logoutClause('desktop', credentials, ' until you unlock it')}.`,
  actions: [{ kind: 'unlock', keychainPath: login.path }],
});

const desktopWillLock = (session: RemoteSession, when: string): Warning => ({
  code: 'desktop-will-lock',
  severity: 'warning',
  sessionId: session.id,
  title: `${sessionTitle(session)} will see a locked keychain`,
  detail: `It shares the desktop's session, whose keychain locks ${when}.`,
  actions: [],
});

/** A hold's end is near for so long. */
const holdEndsSoonMs = 5 * 60_000;

const whenItLocks = (forecast: Forecast, now: number): string | null => {
  switch (forecast.kind) {
    case 'hold-end': {
      if (forecast.at === undefined || Date.parse(forecast.at) - now > holdEndsSoonMs) return null;
      const then = whenItLocks(forecast.afterwards, now);
      return then === null ? null : `${then}, once Keep Unlocked has ended in a few minutes`;
    }
    case 'after-idle':
      return `${formatTimeout(forecast.idleTimeoutSeconds)} after its last use${forecast.alsoOnSleep ? ', and when the Mac sleeps' : ''}`;
    case 'on-sleep':
      // A Mac that never sleeps by itself would carry this warning for ever.
      if (forecast.systemSleepMinutes === 0) return null;
      return forecast.systemSleepMinutes === 'unknown'
        ? 'when the Mac sleeps'
        : `when the Mac sleeps, which it does after ${formatTimeout(forecast.systemSleepMinutes * 60)} of idleness`;
    case 'never':
    case 'unknown':
      return null;
  }
};

/** A plain SSH login is no server: the row of the next login says what it meets. */
const servers: readonly RemoteSession['kind'][] = [
  ...(['tmux-server', 'screen', 'editor-server', 'agent-daemon'] as const),
  ...(['multiplexer', 'background-job'] as const),
];

/** What says by itself what it meets; a login by another way does not, since the row of the next login is one of sshd's. */
const serversAndLogins: readonly RemoteSession['kind'][] = [...servers, 'other-login'];

const sshBornServers = (login: Keychain, { sessions, credentials }: Facts): Warning[] =>
  cut(
    sessions
      .filter(({ kind, bornIn, sees }) => servers.includes(kind) && bornIn === 'ssh' && sees === 'locked')
      .map((session): Warning => {
        const help = helpFor(session, login.path, login.lock.session);
        const from = session.from === undefined ? '' : ` from ${session.from}`;
        return {
          code: 'ssh-server-locked',
          severity: 'warning',
          sessionId: session.id,
          title: `${sessionTitle(session)} sees a locked keychain`,
          detail: `Started over SSH${from}, it has a locked keychain${
            session.basis === 'measured' ? '' : ', unless that was unlocked inside'
          }: ${logoutClause(
            'ssh',
            credentials,
            session.kind === 'agent-daemon' ? ' until it is started again from the desktop' : '',
          )}.`,
          actions: help === null ? [] : [help],
        };
      }),
  );

/** Started by the system: unlocking does not help there, for nobody looks into that keychain. */
const initialServers = (login: Keychain, { sessions, credentials }: Facts): Warning[] =>
  cut(
    sessions
      .filter(({ kind, bornIn }) => serversAndLogins.includes(kind) && bornIn === 'initial')
      .map((session): Warning => {
        const help = helpFor(session, login.path, login.lock.session);
        return {
          code: 'login-keychain-not-searched',
          severity: 'warning',
          sessionId: session.id,
          title: `${sessionTitle(session)} does not search the login keychain`,
          detail: `It was started by the system: ${notFoundClause(credentials)}.`,
          actions: help === null ? [] : [help],
        };
      }),
  );

/** launchd has made a session for it alone: nobody can unlock there, since nobody can type in it. */
const jobsOfTheirOwn = ({ sessions, credentials }: Facts): Warning[] =>
  cut(
    sessions
      .filter(({ kind, bornIn, sees }) => kind === 'background-job' && bornIn === 'unknown' && sees === 'locked')
      .map(
        (session): Warning => ({
          code: 'job-locked',
          severity: 'warning',
          sessionId: session.id,
          title: `${sessionTitle(session)} sees a locked keychain`,
          detail: `It has a security session of its own, whatever the desktop shows: ${logoutClause('unknown', credentials, ' until SessionCreate is taken out of its property list')}.`,
          actions: [],
        }),
      ),
  );

const cut = (warnings: readonly Warning[]): Warning[] => {
  const [first] = warnings;
  const others = warnings.length - mostOfAKind;
  if (first === undefined || others <= 0) return [...warnings];
  const { sessionId: _, ...rest } = first;
  const more = { ...rest, title: `${others} more of the same`, detail: 'The list of remote sessions shows them all.' };
  return [...warnings.slice(0, mostOfAKind), more];
};
