import type { SessionSighting } from './readings';
import type { KeychainLock, RemoteAccess, RemoteSession, SecuritySession } from './snapshot';

export interface Vantage {
  /** The security session that this process is in: the only one whose lock state it can measure. */
  readonly session: SecuritySession;
  /** The login keychain's lock state in that session. */
  readonly loginLock: KeychainLock;
}

type Sees = Pick<RemoteSession, 'sees' | 'basis' | 'reason'>;

/** Says of each sighting what a process in it finds, whether that was measured, and why. */
export const describeSessions = (sightings: readonly SessionSighting[], vantage: Vantage): RemoteSession[] =>
  sightings.map(({ grounds, isThisSession, ...session }) => ({
    ...session,
    ...whatItSees({ bornIn: session.bornIn, kind: session.kind, grounds, isThisSession }, vantage),
  }));

type Origin = Pick<SessionSighting, 'bornIn' | 'kind' | 'grounds' | 'isThisSession'>;

const whatItSees = (origin: Origin, vantage: Vantage): Sees => {
  const { loginLock } = vantage;
  if (vantage.session === 'this-ssh-login' && origin.isThisSession) {
    return measured(loginLock, 'Latchkey runs inside this login and asked there.');
  }
  if (origin.bornIn === 'desktop') {
    if (vantage.session === 'desktop') {
      return measured(
        loginLock,
        `It was started from the desktop (${origin.grounds}), so it shares the desktop's session.`,
      );
    }
    return unknown(`It shares the desktop's session (${origin.grounds}), which an SSH login cannot look into.`);
  }
  if (origin.bornIn === 'ssh') {
    const where =
      origin.kind === 'ssh' ? 'An SSH login starts' : `It was started over SSH (${origin.grounds}) and began`;
    return {
      sees: 'locked',
      basis: 'inferred',
      reason: `${where} with a locked keychain, until it is unlocked inside; nobody has measured this one.`,
    };
  }
  return unknown(`Where it was started could not be told: ${origin.grounds}.`);
};

const measured = (lock: KeychainLock, reason: string): Sees =>
  lock.state === 'unknown' ? unknown(`${reason} ${lock.reason}`) : { sees: lock.state, basis: 'measured', reason };

const unknown = (reason: string): Sees => ({ sees: 'unknown', basis: 'inferred', reason });

/**
 * The row for the login that does not exist yet. sshd asks the kernel for a new audit session on every login, and
 * securityd starts each session locked (OpenSSH `audit-bsm.c`, securityd `kcdatabase.cpp`): so it is locked whatever the
 * desktop shows.
 */
export const freshSshLogin = (user: string, remoteLogin: RemoteAccess['remoteLogin']): RemoteSession => ({
  id: 'fresh-ssh',
  kind: 'fresh-ssh',
  user,
  bornIn: 'ssh',
  sees: 'locked',
  basis: 'inferred',
  reason:
    remoteLogin === 'off'
      ? 'Remote Login is off. Once it is on, each new login starts with a locked keychain.'
      : 'Each SSH login gets a security session of its own, which starts locked whatever the desktop shows.',
});
