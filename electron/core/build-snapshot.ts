import { forecastOf, forecastUnderHold, lastKnownUse } from './forecast';
import type { KeychainReading, Readings } from './readings';
import { describeSessions, freshSshLogin } from './remote-sessions';
import { restartOutlook } from './restart-outlook';
import type { Relock } from './session-report';
import { withVerdict } from './session-verdict';
import type { AutoLock, Keychain, KeychainLock, SecuritySession, Snapshot } from './snapshot';
import { loginKeychain, warningsFor } from './warnings';

/**
 * Reduces what one look has found to the next snapshot.
 *
 * @param previous the snapshot before; a lock state that did not change keeps its `since`.
 * @param now milliseconds since 1970.
 */
export const buildSnapshot = (readings: Readings, previous: Snapshot | null, now: number): Snapshot => {
  const takenAt = new Date(now).toISOString();
  const session: SecuritySession = readings.host.managerName === 'Background' ? 'this-ssh-login' : 'desktop';
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
    loginLock: login?.lock ?? { state: 'unknown', reason: 'No keychain was found.', session },
    keychainPath,
    userName: readings.userName,
    beacons: readings.beacons,
    relock: relockOf(login?.autoLock, readings.wokeAt ?? null),
    now,
  } as const;
  const sessions = [
    ...describeSessions(readings.sessions, vantage),
    freshSshLogin(
      readings.userName,
      readings.remoteAccess.remoteLogin,
      keychainPath,
      readings.freshLoginTest ?? null,
      now,
    ),
  ].map((one) => withVerdict(one, readings.credentials));
  const remoteAccess = { ...readings.remoteAccess, afterRestart: restartOutlook(readings.remoteAccess) };
  const facts = { keychains, sessions, remoteAccess, credentials: readings.credentials };
  const hold = readings.hold ?? { state: 'off' };
  const { holdJournalTroubles } = readings;
  return {
    schemaVersion: 1,
    takenAt,
    host: readings.host,
    ...facts,
    ...(readings.claudeCode === undefined ? {} : { claudeCode: readings.claudeCode }),
    warnings: warningsFor(
      { ...facts, hold, ...(holdJournalTroubles ? { holdJournalTroubles } : {}) },
      now,
      readings.expiryThresholds,
    ),
    hold,
    ...(readings.awaited === undefined ? {} : { awaited: readings.awaited }),
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
