import type { Hold } from '../words/hold';
import type { AutoLock, AutoLockSettings, Forecast, Keychain, OwnForecast } from '../words/keychain';
import type { RemoteAccess } from '../words/session';
import { whenItSleeps } from '../words/system-sleep';

/**
 * When and why a keychain locks next. For a locked keychain: what it will do once it is unlocked.
 *
 * The idle timer restarts with every use of a key by any program, which nobody outside securityd can see. So a timeout is
 * told as a length after the last use and never as a time of day.
 *
 * @param lastKnownUseAt the last use that was seen (`lastKnownUse`), ISO 8601; null where none was.
 */
export const forecastOf = (
  autoLock: AutoLock,
  access: Pick<RemoteAccess, 'systemSleepMinutes' | 'systemSleep'>,
  lastKnownUseAt: string | null,
): OwnForecast => {
  if (autoLock.source === 'unknown') return { kind: 'unknown', reason: autoLock.reason };
  const { idleTimeoutSeconds, lockOnSleep } = autoLock;
  if (idleTimeoutSeconds !== null) {
    return {
      kind: 'after-idle',
      idleTimeoutSeconds,
      alsoOnSleep: lockOnSleep,
      ...(lastKnownUseAt === null ? {} : { lastKnownUseAt }),
      reason: lockOnSleep
        ? `It locks when nothing has used it for that long, and when the Mac sleeps${sleepClause(access)}.`
        : 'It locks when nothing has used it for that long.',
    };
  }
  if (lockOnSleep) {
    const { systemSleepMinutes } = access;
    return { kind: 'on-sleep', systemSleepMinutes, reason: `It locks when the Mac sleeps${sleepClause(access)}.` };
  }
  return { kind: 'never', reason: 'It stays unlocked until you lock it, log out or restart.' };
};

/**
 * The forecast of a keychain that may be held.
 *
 * @param own what follows from its settings now, which those of a hold are while it lasts.
 */
export const forecastUnderHold = (
  own: OwnForecast,
  path: string,
  hold: Hold | undefined,
  access: Pick<RemoteAccess, 'systemSleepMinutes' | 'systemSleep'>,
): Forecast => {
  if (hold?.state !== 'on' || own.kind !== 'never') return own;
  const held = hold.keychains.find((one) => one.path === path);
  if (held === undefined) return own;
  return {
    kind: 'hold-end',
    ...(hold.until === undefined ? {} : { at: hold.until }),
    afterwards: forecastOf({ ...held.restores, source: 'session' }, access, null),
    reason: 'It is kept unlocked. Once that has ended, its own settings are put back.',
  };
};

/**
 * The last use of an unlocked keychain that was seen from here: its unlocking, or a change of its settings, which restarts
 * the idle timer too.
 *
 * @param before the same keychain in the snapshot before.
 * @returns ISO 8601, null where none was seen.
 */
export const lastKnownUse = (
  { lock, autoLock }: Pick<Keychain, 'lock' | 'autoLock'>,
  before: Pick<Keychain, 'lock' | 'autoLock' | 'forecast'> | undefined,
  takenAt: string,
): string | null => {
  if (lock.state !== 'unlocked' || before === undefined) return null;
  if (before.lock.state === 'locked') return lock.since ?? null;
  // Out of sight for a while: it may have been unlocked all the time.
  if (before.lock.state === 'unknown') return null;
  if (settingsOf(before.autoLock) !== settingsOf(autoLock)) return takenAt;
  return before.forecast.kind === 'after-idle' ? (before.forecast.lastKnownUseAt ?? null) : null;
};

const settingsOf = (autoLock: AutoLock): string => {
  if (autoLock.source === 'unknown') return 'unknown';
  const { lockOnSleep, idleTimeoutSeconds }: AutoLockSettings = autoLock;
  return JSON.stringify([lockOnSleep, idleTimeoutSeconds]);
};

const sleepClause = ({
  systemSleep,
  systemSleepMinutes,
}: Pick<RemoteAccess, 'systemSleepMinutes' | 'systemSleep'>): string => {
  const when = whenItSleeps(systemSleep, systemSleepMinutes);
  return when === null ? '' : `; left alone, that is ${when}`;
};
