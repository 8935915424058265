import { unlockOverSshCommand } from './commands';
import type { FreshLoginTest } from './monitor-state';
import type { SessionSighting } from './readings';
import { helpFor } from './session-help';
import { type ReportContext, reportOf, type SessionReport } from './session-report';
import type { KeychainLock, RemoteAccess, RemoteSession, SecuritySession } from './snapshot';

export interface Vantage extends ReportContext {
  /** The security session that this process is in: the only one whose lock state it can measure by itself. */
  readonly session: SecuritySession;
  /** The login keychain's lock state in that session. */
  readonly loginLock: KeychainLock;
  /** Whose login keychain that is. */
  readonly userName: string;
}

type Sees = Pick<RemoteSession, 'bornIn' | 'sees' | 'basis' | 'reason' | 'measuredAt'>;

/** Says of each sighting what a process in it finds, whether that was measured, why, and what helps. */
export const describeSessions = (sightings: readonly SessionSighting[], vantage: Vantage): RemoteSession[] =>
  sightings.map(({ grounds, isThisSession, terminals, ...session }) => {
    const report = reportOf({ ...session, terminals: terminals ?? [] }, vantage);
    const seen = { ...session, ...whatItSees({ ...session, grounds, isThisSession }, report, vantage) };
    const help = session.user === vantage.userName ? helpFor(seen, vantage.keychainPath, vantage.session) : null;
    return {
      ...seen,
      ...(isThisSession ? { isThisSession } : {}),
      ...(help === null ? {} : { help }),
      ...(report && report.exportedVariables.length > 0 ? { exportedVariables: report.exportedVariables } : {}),
    };
  });

type Origin = Pick<SessionSighting, 'bornIn' | 'kind' | 'user' | 'grounds' | 'isThisSession'>;

const whatItSees = (origin: Origin, report: SessionReport | null, vantage: Vantage): Sees => {
  const { loginLock } = vantage;
  const bornIn = origin.bornIn === 'unknown' ? bornByReport(report) : origin.bornIn;
  if (origin.user !== vantage.userName) {
    return unknown(bornIn, 'It belongs to another user, who has a login keychain of their own.');
  }
  if (vantage.session === 'this-ssh-login' && origin.isThisSession) {
    return measured(bornIn, loginLock, 'Latchkey runs inside it and asked there');
  }
  if (bornIn === 'desktop') {
    return vantage.session === 'desktop'
      ? measured(
          bornIn,
          loginLock,
          `It was started from the desktop (${origin.grounds}), so it shares the desktop's session`,
        )
      : unknown(bornIn, `It shares the desktop's session (${origin.grounds}), which an SSH login cannot look into.`);
  }
  if (report?.age === 'fresh' && report.newest.lock !== 'unknown') {
    return {
      bornIn,
      sees: report.newest.lock,
      basis: 'measured',
      measuredAt: report.newest.writtenAt,
      reason: 'The shell helper asked inside it.',
    };
  }
  if (bornIn === 'ssh') return inferredLocked(origin, report);
  return unknown(bornIn, `Where it was started could not be told: ${origin.grounds}.`);
};

/** A shell that launchctl counts among the background ones was started over SSH; one of Aqua, on the desktop. */
const bornByReport = (report: SessionReport | null): RemoteSession['bornIn'] => {
  if (report?.newest.managerName === 'Background') return 'ssh';
  return report?.newest.managerName === 'Aqua' ? 'desktop' : 'unknown';
};

const inferredLocked = ({ kind, grounds }: Origin, report: SessionReport | null): Sees => {
  const began = kind === 'ssh' ? 'An SSH login starts' : `It was started over SSH (${grounds}) and began`;
  const nobody = report ? 'the last report from inside is too old to count' : 'nobody has measured this one';
  return {
    bornIn: 'ssh',
    sees: 'locked',
    basis: 'inferred',
    reason: `${began} with a locked keychain, until it is unlocked inside; ${nobody}.`,
  };
};

const measured = (bornIn: Sees['bornIn'], lock: KeychainLock, clause: string): Sees =>
  lock.state === 'unknown'
    ? unknown(bornIn, `${clause}, and the lock state there could not be read.`)
    : { bornIn, sees: lock.state, basis: 'measured', reason: `${clause}.` };

const unknown = (bornIn: Sees['bornIn'], reason: string): Sees => ({
  bornIn,
  sees: 'unknown',
  basis: 'inferred',
  reason,
});

/**
 * The row for the login that does not exist yet. sshd asks the kernel for a new audit session on every login, and
 * securityd starts each session locked (OpenSSH `audit-bsm.c`, securityd `kcdatabase.cpp`): so it is locked whatever the
 * desktop shows.
 */
export const freshSshLogin = (
  user: string,
  remoteLogin: RemoteAccess['remoteLogin'],
  keychainPath: string | null,
  test: FreshLoginTest | null,
  now: number,
): RemoteSession => {
  const sight = testedSight(test, now) ?? inferredSight(remoteLogin);
  const help =
    sight.sees === 'unlocked' || keychainPath === null
      ? {}
      : { help: { kind: 'copy-command', command: unlockOverSshCommand(keychainPath) } as const };
  return { id: 'fresh-ssh', kind: 'fresh-ssh', user, bornIn: 'ssh', ...sight, ...help };
};

type FreshSight = Pick<RemoteSession, 'sees' | 'basis' | 'reason' | 'measuredAt'>;

/** After this the Mac may have changed so much that the test says nothing of the next login. */
const testStaleAfterMs = 60 * 60_000;

const testedSight = (test: FreshLoginTest | null, now: number): FreshSight | null => {
  if (test === null || test.sees === 'unknown') return null;
  const ageMs = now - Date.parse(test.at);
  if (ageMs < 0 || ageMs > testStaleAfterMs) return null;
  return { sees: test.sees, basis: 'measured', measuredAt: test.at, reason: test.reason };
};

const inferredSight = (remoteLogin: RemoteAccess['remoteLogin']): FreshSight => ({
  sees: 'locked',
  basis: 'inferred',
  reason:
    remoteLogin === 'off'
      ? 'Remote Login is off; once it is on, each new login starts with a locked keychain.'
      : "An SSH login does not share the desktop's session: it starts locked, whatever the desktop shows.",
});
