import { describe, expect, it } from 'vitest';
import {
  describeKeychain,
  explainLockState,
  formatForecast,
  formatLockState,
} from '../../../electron/core/keychain/format-lock-state';
import type { Forecast, KeychainLock } from '../../../electron/core/words/keychain';

const afterFiveMinutes: Forecast = { kind: 'after-idle', idleTimeoutSeconds: 300, alsoOnSleep: false, reason: '' };
const unlocked: KeychainLock = { state: 'unlocked', session: 'desktop' };
const locked: KeychainLock = { state: 'locked', session: 'this-ssh-login' };
const unknown: KeychainLock = { state: 'unknown', session: 'desktop', reason: 'Nobody answered.' };

describe('a lock state in words', () => {
  it.each([
    [unlocked, 'Unlocked in this desktop session'],
    [locked, 'Locked in this SSH login'],
    [unknown, 'Lock state unknown in this desktop session'],
  ])('%o is told with its session: "%s"', (lock, words) => {
    expect(formatLockState(lock)).toBe(words);
  });

  it('says in one line what is and what comes next', () => {
    expect(describeKeychain({ lock: unlocked, forecast: afterFiveMinutes })).toBe(
      'Unlocked in this desktop session · locks 5 min after last use · not on sleep',
    );
    expect(describeKeychain({ lock: locked, forecast: afterFiveMinutes })).toBe('Locked in this SSH login');
    expect(describeKeychain({ lock: unknown, forecast: afterFiveMinutes })).toContain('Nobody answered.');
  });

  it.each<[Forecast, string]>([
    [afterFiveMinutes, 'locks 5 min after last use, not on sleep'],
    [{ ...afterFiveMinutes, alsoOnSleep: true }, 'locks 5 min after last use, and on sleep'],
    [{ kind: 'on-sleep', systemSleepMinutes: 10, reason: '' }, 'locks on sleep, no timeout'],
    [{ kind: 'never', reason: '' }, 'does not lock by itself'],
    [{ kind: 'unknown', reason: 'x' }, 'auto-lock unknown'],
    [
      { kind: 'hold-end', afterwards: { ...afterFiveMinutes, alsoOnSleep: true }, reason: '' },
      'kept unlocked, then locks 5 min after last use, and on sleep',
    ],
  ])('the forecast %o is "%s"', (forecast, words) => {
    expect(formatForecast(forecast).join(', ')).toBe(words);
  });

  it('says what follows from each state', () => {
    expect(explainLockState({ lock: unlocked, forecast: afterFiveMinutes })).toBe(
      'Locks 5 min after last use · not on sleep',
    );
    expect(explainLockState({ lock: locked, forecast: afterFiveMinutes })).toContain('cannot read the logins');
    expect(explainLockState({ lock: unknown, forecast: afterFiveMinutes })).toContain('Look again.');
  });
});
