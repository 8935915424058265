import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../electron/core/forecast';
import type { AutoLock } from '../../electron/core/snapshot';

const settings = (lockOnSleep: boolean, idleTimeoutSeconds: number | null): AutoLock => ({
  lockOnSleep,
  idleTimeoutSeconds,
  source: 'session',
});

describe('forecastOf', () => {
  it.each([
    ['neither setting: never', settings(false, null), 10, { kind: 'never' }],
    ['on sleep only', settings(true, null), 10, { kind: 'on-sleep', systemSleepMinutes: 10 }],
    [
      'on sleep, on a Mac that never sleeps by itself',
      settings(true, null),
      0,
      { kind: 'on-sleep', systemSleepMinutes: 0 },
    ],
    ['a timeout only', settings(false, 300), 10, { kind: 'after-idle', idleTimeoutSeconds: 300, alsoOnSleep: false }],
    ['both', settings(true, 300), 10, { kind: 'after-idle', idleTimeoutSeconds: 300, alsoOnSleep: true }],
    [
      'a stored value is as good',
      { ...settings(true, 60), source: 'file' },
      10,
      { kind: 'after-idle', idleTimeoutSeconds: 60 },
    ],
  ] as const)('%s', (_name, autoLock, sleepMinutes, expected) => {
    expect(forecastOf(autoLock as AutoLock, sleepMinutes)).toMatchObject(expected);
  });

  it('says unknown, with the reason, where the settings are unknown', () => {
    expect(forecastOf({ source: 'unknown', reason: 'The file is cut short.' }, 10)).toEqual({
      kind: 'unknown',
      reason: 'The file is cut short.',
    });
  });

  it('says in words that sleep will not come by itself', () => {
    expect(forecastOf(settings(true, null), 0).reason).toContain('never to sleep by itself');
    expect(forecastOf(settings(true, null), 1).reason).toContain('after 1 idle minute.');
    expect(forecastOf(settings(true, null), 'unknown').reason).toBe('It locks when the Mac sleeps.');
  });
});
