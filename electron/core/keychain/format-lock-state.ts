import { formatTimeout } from '../time/format-timeout';
import type { Forecast, Keychain, KeychainLock, LockState, SecuritySession } from '../words/keychain';

export const lockStateWord: Readonly<Record<LockState, string>> = {
  locked: 'Locked',
  unlocked: 'Unlocked',
  unknown: 'Unknown',
};

/** A lock state holds for one security session and is never told without it. */
export const sessionPhrase: Readonly<Record<SecuritySession, string>> = {
  desktop: 'in this desktop session',
  'this-ssh-login': 'in this SSH login',
};

/** "Unlocked in this desktop session" */
export const formatLockState = (lock: KeychainLock): string =>
  lock.state === 'unknown'
    ? `Lock state unknown ${sessionPhrase[lock.session]}`
    : `${lockStateWord[lock.state]} ${sessionPhrase[lock.session]}`;

/** What comes next, as clauses: "locks 5 min after last use", "not on sleep". */
export const formatForecast = (forecast: Forecast): readonly string[] => {
  switch (forecast.kind) {
    case 'after-idle':
      return [
        `locks ${formatTimeout(forecast.idleTimeoutSeconds)} after last use`,
        forecast.alsoOnSleep ? 'and on sleep' : 'not on sleep',
      ];
    case 'on-sleep':
      return ['locks on sleep', 'no timeout'];
    case 'never':
      return ['does not lock by itself'];
    case 'hold-end':
      return ['kept unlocked', `then ${formatForecast(forecast.afterwards).join(', ')}`];
    case 'unknown':
      return ['auto-lock unknown'];
  }
};

/** What follows from the state, for somebody who asks "and now?". */
export const explainLockState = ({ lock, forecast }: Pick<Keychain, 'lock' | 'forecast'>): string => {
  switch (lock.state) {
    case 'unlocked': {
      const clauses = formatForecast(forecast).join(' · ');
      return `${clauses.charAt(0).toUpperCase()}${clauses.slice(1)}`;
    }
    case 'locked':
      return 'Until it is unlocked, programs in this session cannot read the logins it holds.';
    case 'unknown':
      return 'Look again. If it stays unknown, open Keychain Access: it shows the lock of each keychain.';
  }
};

/** "Unlocked in this desktop session · locks 5 min after last use · not on sleep" */
export const describeKeychain = ({ lock, forecast }: Pick<Keychain, 'lock' | 'forecast'>): string => {
  if (lock.state === 'unlocked') return [formatLockState(lock), ...formatForecast(forecast)].join(' · ');
  return lock.state === 'unknown' ? `${formatLockState(lock)} · ${lock.reason}` : formatLockState(lock);
};
