import { formatTimeout } from '../time/format-timeout';
import type { AutoLock, AutoLockSettings, LockState } from '../words/keychain';
import type { RemoteAccess } from '../words/session';

/**
 * What a choice of the two settings exposes, in one line.
 *
 * @param systemSleepMinutes idle minutes until the Mac sleeps by itself; 0 means never.
 */
export const explainAutoLock = (
  { idleTimeoutSeconds, lockOnSleep }: AutoLockSettings,
  systemSleepMinutes: RemoteAccess['systemSleepMinutes'],
): string => {
  if (idleTimeoutSeconds !== null) {
    const after = `Locks ${formatTimeout(idleTimeoutSeconds)} after its last use`;
    return lockOnSleep
      ? `${after} and when this Mac sleeps. Exposes the least; remote work that shares this session stops at its logins.`
      : `${after}, also under remote work that shares this session. Sleep does not lock it.`;
  }
  if (!lockOnSleep) {
    return 'Never locks by itself: whoever gets into this session can use its logins until you lock it or log out.';
  }
  return systemSleepMinutes === 0
    ? 'Locks in every session when this Mac sleeps. It is set never to sleep by itself, so the logins may stay open for days.'
    : 'Open to this session while the Mac is awake. Sleep locks it in every session, remote ones too.';
};

/** Where the shown values come from. */
export const formatAutoLockSource = (autoLock: AutoLock): string => {
  switch (autoLock.source) {
    case 'session':
      return 'In force in this session.';
    case 'file':
      return "Stored in the keychain's file; in force once it is unlocked.";
    case 'unknown':
      return `Not known. ${autoLock.reason}`;
  }
};

/** The settings as one phrase: "5 min after last use, not on sleep", "no timeout, on sleep". */
export const formatAutoLockSettings = ({ idleTimeoutSeconds, lockOnSleep }: AutoLockSettings): string =>
  `${idleTimeoutSeconds === null ? 'no timeout' : `${formatTimeout(idleTimeoutSeconds)} after last use`}, ${
    lockOnSleep ? 'on sleep' : 'not on sleep'
  }`;

/** The settings as the value of a row: "15 min, on sleep", "on sleep", "never". */
export const formatAutoLockValue = ({ idleTimeoutSeconds, lockOnSleep }: AutoLockSettings): string => {
  const parts = [
    ...(idleTimeoutSeconds === null ? [] : [formatTimeout(idleTimeoutSeconds)]),
    ...(lockOnSleep ? ['on sleep'] : []),
  ];
  return parts.join(', ') || 'never';
};

/** Why the settings cannot be changed now; null when they can. */
export const whyAutoLockIsFixed = (lock: LockState, autoLock: AutoLock): string | null => {
  if (lock === 'locked') return 'Unlock first: macOS cannot change these settings of a locked keychain.';
  if (lock === 'unknown') return 'These settings can be changed once the keychain is known to be unlocked.';
  if (autoLock.source === 'unknown') return 'The present settings are not known, so none is changed.';
  return null;
};
