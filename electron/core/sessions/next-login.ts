import { unlockOverSshCommand } from '../keychain/commands';
import { isoTime } from '../time/outside-numbers';
import type { FreshLoginTest } from '../words/pending';
import type { RemoteAccess, RemoteSession } from '../words/session';
import { findingOfTest, type Measurements, sharedSessionOf } from './session-measurements';
import type { Relock } from './session-report';

interface NextLoginFacts {
  readonly userName: string;
  readonly remoteLogin: RemoteAccess['remoteLogin'];
  readonly keychainPath: string | null;
  readonly test: FreshLoginTest | null;
  /** What is known of the logins that are there. */
  readonly measurements: Measurements;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly relock: Relock;
}

/**
 * The row for the login that does not exist yet. As far as the source tells, sshd asks the kernel for a new audit session
 * on every login, and securityd starts each session locked (OpenSSH `audit-bsm.c`, securityd `kcdatabase.cpp`); nobody has
 * printed two numbers side by side. So it is said as what was reported, until a test has compared them on this Mac.
 */
export const freshSshLogin = (facts: NextLoginFacts): RemoteSession => {
  const sight = measuredSight(facts) ?? inferredSight(facts);
  const help =
    sight.sees === 'unlocked' || facts.keychainPath === null
      ? {}
      : { help: { kind: 'copy-command', command: unlockOverSshCommand(facts.keychainPath) } as const };
  return { id: 'fresh-ssh', kind: 'fresh-ssh', user: facts.userName, bornIn: 'ssh', ...sight, ...help };
};

type FreshSight = Pick<RemoteSession, 'sees' | 'basis' | 'reason' | 'measuredAt'>;

const measuredSight = ({ test, measurements, now, relock }: NextLoginFacts): FreshSight | null => {
  const number = sharedSessionOf(test);
  const shared = number === null ? undefined : measurements.get(number);
  if (shared) {
    const measuredAt = shared.at ?? isoTime(now);
    const reason = 'Two logins made for a test were in one security session, and this is its state.';
    return { sees: shared.sees, basis: 'measured', measuredAt, reason };
  }
  const tested = findingOfTest(test, now, relock);
  if (!tested || test === null) return null;
  return { sees: tested.sees, basis: 'measured', measuredAt: tested.at, reason: test.reason };
};

const inferredSight = ({ remoteLogin, test }: NextLoginFacts): FreshSight => ({
  sees: 'locked',
  basis: 'inferred',
  reason:
    remoteLogin === 'off'
      ? 'Remote Login is off; once it is on, a new login starts locked as far as anybody has reported.'
      : test?.sharing?.kind === 'separate'
        ? 'Two logins made for a test had two security sessions, and a new session starts locked.'
        : 'It starts locked as far as anybody has reported, whatever the desktop shows.',
});
