import type { KeychainLock, SecuritySession } from '../words/keychain';
import type { FreshLoginTest } from '../words/pending';
import type { RemoteSession, SessionAttributes, SessionSighting } from '../words/session';
import { helpFor } from './session-help';
import { gatherMeasurements, type Measurements, sharedSessionOf } from './session-measurements';
import { type ReportContext, reportOf, type SessionReport } from './session-report';

export interface Vantage extends ReportContext {
  /** The security session that this process is in: the only one whose lock state it can measure by itself. */
  readonly session: SecuritySession;
  /** The same in the kernel's words; null or left out where it did not tell. */
  readonly securitySession?: SessionAttributes | null;
  /** The login keychain's lock state in that session. */
  readonly loginLock: KeychainLock;
  /** Whose login keychain that is. */
  readonly userName: string;
  /** What a test of a fresh login has found, where somebody has asked for one. */
  readonly freshLoginTest?: FreshLoginTest | null;
}

type Sees = Pick<RemoteSession, 'bornIn' | 'sees' | 'basis' | 'reason' | 'measuredAt'>;

/** Says of each sighting what a process in it finds, whether that was measured, why, and what helps. */
export const describeSessions = (sightings: readonly SessionSighting[], vantage: Vantage): RemoteSession[] => {
  const places = placesOf(sightings, vantage);
  const measurements = measurementsOf(places, vantage);
  return places.map((place): RemoteSession => {
    const { report, number: _number, grounds: _grounds, isThisSession, terminals: _terminals, ...rest } = place;
    const { ownSession: _own, ...session } = rest;
    const seen = { ...session, ...whatItSees(place, measurements, vantage) };
    const help = session.user === vantage.userName ? helpFor(seen, vantage.keychainPath, vantage.session) : null;
    return {
      ...seen,
      ...(isThisSession ? { isThisSession } : {}),
      ...(help === null ? {} : { help }),
      ...(report && report.exportedVariables.length > 0 ? { exportedVariables: report.exportedVariables } : {}),
    };
  });
};

/** What is known of the security sessions that these are in, and of this process's own. */
export const measureSessions = (sightings: readonly SessionSighting[], vantage: Vantage): Measurements =>
  measurementsOf(placesOf(sightings, vantage), vantage);

const placesOf = (sightings: readonly SessionSighting[], vantage: Vantage): readonly Place[] =>
  sightings.map((sighting) => {
    const report = reportOf({ ...sighting, terminals: sighting.terminals ?? [] }, vantage);
    return { ...sighting, report, number: numberOf(sighting, report, vantage) };
  });

type Place = SessionSighting & {
  readonly report: SessionReport | null;
  /** Of its security session; null where nobody has told. */
  readonly number: number | null;
};

/** What lives in a login that sshd made, and so in the session that all of them share where they do. */
const isOfSshd = ({ kind, bornIn }: SessionSighting): boolean =>
  kind === 'ssh' || (kind === 'editor-server' && bornIn === 'ssh');

const numberOf = (sighting: SessionSighting, report: SessionReport | null, vantage: Vantage): number | null => {
  if (sighting.isThisSession && vantage.session === 'this-ssh-login') return vantage.securitySession?.id ?? null;
  if (report?.session) return report.session.id;
  return isOfSshd(sighting) ? sharedSessionOf(vantage.freshLoginTest ?? null) : null;
};

/** What this user's sessions and this process have found, by number. */
const measurementsOf = (places: readonly Place[], vantage: Vantage): Measurements =>
  gatherMeasurements(
    places.filter(({ user }) => user === vantage.userName).map(({ number, report }) => [number, report] as const),
    {
      now: vantage.now,
      relock: vantage.relock,
      ownState: vantage.loginLock.state,
      securitySession: vantage.securitySession ?? null,
      test: vantage.freshLoginTest ?? null,
    },
  );

const whatItSees = (place: Place, measurements: Measurements, vantage: Vantage): Sees => {
  const { report, number, grounds } = place;
  const { loginLock } = vantage;
  const bornIn = birthOf(place);
  if (place.user !== vantage.userName) {
    return unknown(bornIn, 'It belongs to another user, who has a login keychain of their own.');
  }
  if (vantage.session === 'this-ssh-login' && place.isThisSession) {
    return measured(bornIn, loginLock, 'Latchkey runs inside it and asked there');
  }
  const own = vantage.securitySession?.id ?? null;
  if (number !== null && number === own) {
    return measured(bornIn, loginLock, 'Its security session has the number of the one that Latchkey runs in');
  }
  const sharesDesktop = bornIn === 'desktop' && vantage.session === 'desktop' && (number === null || own === null);
  if (
    report?.age === 'fresh' &&
    report.newest.lock !== 'unknown' &&
    !(sharesDesktop && addsNothing(report, loginLock))
  ) {
    return {
      // Two states in one session cannot be: it is another one.
      bornIn: sharesDesktop && loginLock.state !== 'unknown' ? 'unknown' : bornIn,
      sees: report.newest.lock,
      basis: 'measured',
      measuredAt: report.newest.writtenAt,
      reason: 'The shell helper asked inside it.',
    };
  }
  const shared = number === null ? undefined : measurements.get(number);
  if (shared && shared.at !== null) {
    const reason = 'Its security session has the number of one in which somebody has asked.';
    return { bornIn, sees: shared.sees, basis: 'measured', measuredAt: shared.at, reason };
  }
  if (sharesDesktop) {
    return measured(
      bornIn,
      loginLock,
      `It was started from the desktop (${grounds}), so it shares the desktop's session`,
    );
  }
  if (bornIn === 'desktop' && vantage.session !== 'desktop') {
    return unknown(bornIn, `It shares the desktop's session (${grounds}), which an SSH login cannot look into.`);
  }
  if (bornIn === 'ssh') return inferredLocked(place);
  if (bornIn === 'initial') {
    return unknown(bornIn, 'It is in the session of the system, where programs do not search the login keychain.');
  }
  if (place.ownSession) {
    const reason = `As far as anybody has reported, such a session begins with a locked keychain: ${grounds}.`;
    return { bornIn, sees: 'locked', basis: 'inferred', reason };
  }
  return unknown(bornIn, `Where it was started could not be told: ${grounds}.`);
};

/** A report from inside wins over what follows from a birth, but not over a change that was seen since. */
const addsNothing = ({ newest }: SessionReport, lock: KeychainLock): boolean =>
  lock.state === newest.lock || (lock.since !== undefined && Date.parse(lock.since) > Date.parse(newest.writtenAt));

/**
 * The kernel's word from inside is the surest. A manager's name proves little: a shell of Aqua is one of the desktop, and of
 * Background it may be anything.
 */
const birthOf = ({ report, bornIn }: Place): RemoteSession['bornIn'] => {
  const session = report?.session;
  if (session?.initial) return 'initial';
  if (session?.graphicAccess) return 'desktop';
  if (session?.remote) return 'ssh';
  if (bornIn !== 'unknown') return session && bornIn === 'desktop' ? 'unknown' : bornIn;
  return report?.newest.managerName === 'Aqua' ? 'desktop' : 'unknown';
};

const inferredLocked = ({ kind, grounds, report }: Place): Sees => {
  const began = kind === 'ssh' ? 'an SSH login starts' : `what was started over SSH (${grounds}) begins`;
  const nobody = report ? 'the last report from inside does not tell' : 'nobody has measured this one';
  return {
    bornIn: 'ssh',
    sees: 'locked',
    basis: 'inferred',
    reason: `As far as anybody has reported, ${began} with a locked keychain, until it is unlocked inside; ${nobody}.`,
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
