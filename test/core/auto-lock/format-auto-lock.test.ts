import { describe, expect, it } from 'vitest';
import {
  explainAutoLock,
  formatAutoLockSettings,
  formatAutoLockSource,
  formatAutoLockValue,
  whyAutoLockIsFixed,
} from '../../../electron/core/auto-lock/format-auto-lock';

describe('what a choice of auto-lock exposes', () => {
  it.each([
    [{ idleTimeoutSeconds: null, lockOnSleep: false }, 10, 'whoever gets into this session can use its logins'],
    [{ idleTimeoutSeconds: null, lockOnSleep: true }, 10, 'Open to this session while the Mac is awake.'],
    [{ idleTimeoutSeconds: null, lockOnSleep: true }, 'unknown', 'Sleep locks it in every session, remote ones too.'],
    [{ idleTimeoutSeconds: null, lockOnSleep: true }, 0, 'set never to sleep by itself'],
    [{ idleTimeoutSeconds: 300, lockOnSleep: false }, 10, 'Sleep does not lock it.'],
    [{ idleTimeoutSeconds: 300, lockOnSleep: true }, 10, 'Locks 5 min after its last use and when this Mac sleeps.'],
  ] as const)('%o on a Mac that sleeps after %s minutes: "%s"', (settings, systemSleepMinutes, sentence) => {
    expect(explainAutoLock(settings, systemSleepMinutes)).toContain(sentence);
  });

  it('says where the values come from', () => {
    const settings = { idleTimeoutSeconds: 300, lockOnSleep: true };
    expect(formatAutoLockSource({ ...settings, source: 'session' })).toBe('In force in this session.');
    expect(formatAutoLockSource({ ...settings, source: 'file' })).toContain("Stored in the keychain's file");
    expect(formatAutoLockSource({ source: 'unknown', reason: 'No such file.' })).toBe('Not known. No such file.');
  });

  it('says both settings in a phrase', () => {
    expect(formatAutoLockSettings({ idleTimeoutSeconds: 300, lockOnSleep: false })).toBe(
      '5 min after last use, not on sleep',
    );
    expect(formatAutoLockSettings({ idleTimeoutSeconds: null, lockOnSleep: true })).toBe('no timeout, on sleep');
  });

  it('can be changed only while unlocked and known', () => {
    const known = { idleTimeoutSeconds: 300, lockOnSleep: true, source: 'session' } as const;
    expect(whyAutoLockIsFixed('unlocked', known)).toBeNull();
    expect(whyAutoLockIsFixed('locked', known)).toContain('Unlock first');
    expect(whyAutoLockIsFixed('unknown', known)).toContain('known to be unlocked');
    expect(whyAutoLockIsFixed('unlocked', { source: 'unknown', reason: 'x' })).toContain('not known');
  });
});

it.each([
  [{ idleTimeoutSeconds: 900, lockOnSleep: true }, '15 min, on sleep'],
  [{ idleTimeoutSeconds: 5430, lockOnSleep: false }, '1 h 30 min 30 s'],
  [{ idleTimeoutSeconds: null, lockOnSleep: true }, 'on sleep'],
  [{ idleTimeoutSeconds: null, lockOnSleep: false }, 'never'],
])('as the value of a row %j is "%s"', (settings, words) => {
  expect(formatAutoLockValue(settings)).toBe(words);
});
