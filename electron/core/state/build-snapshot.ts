import { forecastOf, forecastUnderHold, lastKnownUse } from '../keychain/forecast';
import { freshSshLogin } from '../sessions/next-login';
import { describeSessions, measureSessions } from '../sessions/remote-sessions';
import type { Relock } from '../sessions/session-report';
import { withVerdict } from '../sessions/session-verdict';
import { sessionOfHost } from '../sessions/vantage';
import { nameOfError } from '../text/name-of-error';
import type { LocalNow } from '../time/format-moment';
import { isoTime } from '../time/outside-numbers';
import { verdictOf } from '../verdict/verdict';
import type { AutoLock, Keychain, KeychainLock, SecuritySession } from '../words/keychain';
import { loginKeychain } from '../words/login-keychain';
import type { KeychainReading, Unread, UnreadMark, UnreadPart } from '../words/reading';
import { restartOutlook } from '../words/restart-outlook';
import type { Snapshot } from '../words/snapshot';
import type { Readings } from './readings';
import { warningsFor } from './warnings';
import { weighWarnings } from './weigh-warnings';

/**
 * Reduces what one look has found to the next snapshot.
 *
 * @param previous the snapshot before; a lock state that did not change keeps its `since`.
 * @param now milliseconds since 1970.
 */
export const buildSnapshot = (readings: Readings, previous: Snapshot | null, now: number): Snapshot => {
  const takenAt = isoTime(now);
  const session = sessionOfHost(readings.host);
  const keychains = readings.keychains.map((reading): Keychain => {
    const before = previous?.keychains.find((keychain) => keychain.path === reading.path);
    const lock = lockSince(reading.lock, session, before?.lock, takenAt);
    const usedAt = lastKnownUse({ lock, autoLock: reading.autoLock }, before, takenAt);
    const own = forecastOf(reading.autoLock, readings.remoteAccess, usedAt);
    return { ...reading, lock, forecast: forecastUnderHold(own, reading.path, readings.hold, readings.remoteAccess) };
  });
  const login = loginKeychain(keychains);
  const keychainPath = login?.path ?? null;
  const vantage = {
    session,
    securitySession: readings.host.securitySession,
    freshLoginTest: readings.freshLoginTest ?? null,
    loginLock: login?.lock ?? { state: 'unknown', reason: 'No keychain was found.', session },
    keychainPath,
    userName: readings.userName,
    beacons: readings.beacons,
    relock: relockOf(login?.autoLock, readings.wokeAt ?? null),
    now,
  } as const;
  const boundary = createBoundary(readings.unread ?? [], previous, takenAt);
  const sessions = boundary.within(
    'sessions',
    () => {
      const next = freshSshLogin({
        ...vantage,
        remoteLogin: readings.remoteAccess.remoteLogin,
        test: vantage.freshLoginTest,
        measurements: measureSessions(readings.sessions, vantage),
      });
      return [...describeSessions(readings.sessions, vantage), next].map((one) =>
        withVerdict(one, readings.credentials),
      );
    },
    (unread) => (previous?.sessions ?? []).map((session) => ({ ...session, unread })),
  );
  const remoteAccess = { ...readings.remoteAccess, afterRestart: restartOutlook(readings.remoteAccess) };
  const facts = { keychains, sessions, remoteAccess, credentials: readings.credentials };
  const hold = readings.hold ?? { state: 'off' };
  const { holdJournalTroubles } = readings;
  const awaited = readings.awaited === undefined ? {} : { awaited: readings.awaited };
  const here: LocalNow = {
    nowMs: now,
    get timeZone() {
      return readings.timeZone();
    },
    get locale() {
      return readings.locale?.();
    },
  };
  const concludeFrom = (some: Partial<typeof facts>) => {
    const known = { host: readings.host, ...facts, ...some, hold, unread: boundary.unread(), ...awaited };
    const verdict = verdictOf(known, here);
    const troubles = holdJournalTroubles ? { holdJournalTroubles } : {};
    const running = readings.claudeCode === undefined ? {} : { claudeCode: readings.claudeCode };
    const warnings = warningsFor({ ...known, ...troubles, ...running }, now, readings.expiryThresholds);
    return { verdict, warnings: weighWarnings(warnings, verdict) };
  };
  const conclusion = boundary.within(
    'sessions',
    () => concludeFrom({}),
    () => concludeFrom({ sessions: [], credentials: [] }),
  );
  const unread = boundary.unread();
  return {
    schemaVersion: 1,
    takenAt,
    host: readings.host,
    ...facts,
    ...(readings.claudeCode === undefined ? {} : { claudeCode: readings.claudeCode }),
    ...conclusion,
    hold,
    ...(unread.length === 0 ? {} : { unread }),
    ...awaited,
  };
};

/** What breaks in one part is unread: it reaches neither the lock states nor the other parts. */
const createBoundary = (gaps: readonly Unread[], previous: Snapshot | null, takenAt: string) => {
  const broken: Unread[] = [];
  return {
    /** @param instead what stands in the place of what broke. */
    within<Value>(part: UnreadPart, compute: () => Value, instead: (mark: UnreadMark) => Value): Value {
      try {
        return compute();
      } catch (error) {
        const reason = `Latchkey could not make sense of it (${nameOfError(error)}).`;
        const since = previous?.unread?.find((one) => one.part === part && one.reason === reason)?.since ?? takenAt;
        broken.push({ part, since, reason });
        return instead({ asOf: previous?.takenAt ?? takenAt, reason });
      }
    },
    unread: (): readonly Unread[] => [...gaps, ...broken],
  };
};

/** Settings that are not known rule nothing out. Another session may have others; those it reports after its next prompt. */
const relockOf = (autoLock: AutoLock | undefined, wokeAt: number | null): Relock =>
  autoLock === undefined || autoLock.source === 'unknown'
    ? { idleTimeoutSeconds: null, wokeAt }
    : { idleTimeoutSeconds: autoLock.idleTimeoutSeconds, wokeAt: autoLock.lockOnSleep ? wokeAt : null };

/** `since` is when this process saw the state change. A state that it found at its first look has none. */
const lockSince = (
  reading: KeychainReading['lock'],
  session: SecuritySession,
  before: KeychainLock | undefined,
  takenAt: string,
): KeychainLock => {
  const since = before === undefined ? undefined : before.state === reading.state ? before.since : takenAt;
  return { ...reading, session, ...(since === undefined ? {} : { since }) };
};
