import type { AutoLock, Forecast, RemoteAccess } from './snapshot';

/**
 * When and why a keychain locks next. For a locked keychain: what it will do once it is unlocked.
 *
 * The idle timer restarts with every use of a key by any program, which nobody outside securityd can see. So a timeout is
 * told as a length after the last use and never as a time of day.
 */
export const forecastOf = (autoLock: AutoLock, systemSleepMinutes: RemoteAccess['systemSleepMinutes']): Forecast => {
  if (autoLock.source === 'unknown') return { kind: 'unknown', reason: autoLock.reason };
  if (autoLock.idleTimeoutSeconds !== null) {
    return {
      kind: 'after-idle',
      idleTimeoutSeconds: autoLock.idleTimeoutSeconds,
      alsoOnSleep: autoLock.lockOnSleep,
      reason: autoLock.lockOnSleep
        ? 'It locks when nothing has used it for that long, and when the Mac sleeps.'
        : 'It locks when nothing has used it for that long.',
    };
  }
  if (autoLock.lockOnSleep) return { kind: 'on-sleep', systemSleepMinutes, reason: sleepReason(systemSleepMinutes) };
  return { kind: 'never', reason: 'It stays unlocked until you lock it, log out or restart.' };
};

const sleepReason = (minutes: RemoteAccess['systemSleepMinutes']): string => {
  if (minutes === 'unknown') return 'It locks when the Mac sleeps.';
  if (minutes === 0) return 'It locks when the Mac sleeps, and this Mac is set never to sleep by itself.';
  return `It locks when the Mac sleeps, which it does after ${minutes} idle ${minutes === 1 ? 'minute' : 'minutes'}.`;
};
