import { describe, expect, it } from 'vitest';
import { forecastOf, forecastUnderHold, lastKnownUse } from '../../../electron/core/keychain/forecast';
import type { Hold } from '../../../electron/core/words/hold';
import type { AutoLock, Keychain } from '../../../electron/core/words/keychain';
import { keychain, loginPath } from '../sample-facts';

const settings = (lockOnSleep: boolean, idleTimeoutSeconds: number | null): AutoLock => ({
  lockOnSleep,
  idleTimeoutSeconds,
  source: 'session',
});

const sleepsAfter = (systemSleepMinutes: number | 'unknown') => ({ systemSleepMinutes });

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
    expect(forecastOf(autoLock as AutoLock, sleepsAfter(sleepMinutes), null)).toMatchObject(expected);
  });

  it('says unknown, with the reason, where the settings are unknown', () => {
    expect(forecastOf({ source: 'unknown', reason: 'The file is cut short.' }, sleepsAfter(10), null)).toEqual({
      kind: 'unknown',
      reason: 'The file is cut short.',
    });
  });

  it.each([
    [sleepsAfter(0), 'It locks when the Mac sleeps; left alone, that is never by itself.'],
    [sleepsAfter(1), 'It locks when the Mac sleeps; left alone, that is after 1 min without use.'],
    [sleepsAfter('unknown'), 'It locks when the Mac sleeps.'],
    [
      { ...sleepsAfter(0), systemSleep: { source: 'ac', acMinutes: 0, batteryMinutes: 10 } },
      'It locks when the Mac sleeps; left alone, that is never by itself on power, after 10 min without use on battery.',
    ],
    [
      { ...sleepsAfter(10), systemSleep: { source: 'battery', acMinutes: 0, batteryMinutes: 10 } },
      'It locks when the Mac sleeps; left alone, that is after 10 min without use on battery, never by itself on power.',
    ],
    [
      { ...sleepsAfter(30), systemSleep: { source: 'ac', acMinutes: 30, batteryMinutes: 'no-battery' } },
      'It locks when the Mac sleeps; left alone, that is after 30 min without use.',
    ],
  ] as const)("says when the Mac sleeps, with this Mac's settings per power source: %j", (access, reason) => {
    expect(forecastOf(settings(true, null), access, null)).toMatchObject({ reason });
  });
});

describe('lastKnownUse', () => {
  const at = '2026-03-01T12:00:00.000Z';
  const used = '2026-03-01T11:00:00.000Z';
  const unlocked = {
    lock: { state: 'unlocked', session: 'desktop', since: at },
    autoLock: settings(false, 300),
  } as const;
  const former = (changes: Partial<Keychain>) =>
    keychain({
      autoLock: settings(false, 300),
      forecast: { ...forecastOf(settings(false, 300), sleepsAfter(10), used) },
      ...changes,
    });

  it.each([
    ['an unlock that was watched', unlocked, former({ lock: { state: 'locked', session: 'desktop' } }), at],
    ['a change of the settings', unlocked, former({ autoLock: settings(false, 600) }), at],
    ['what was seen before, while nothing changes', unlocked, former({}), used],
    ['nothing at the first look', unlocked, undefined, null],
    [
      'nothing after it was out of sight',
      unlocked,
      former({ lock: { state: 'unknown', reason: '', session: 'desktop' } }),
      null,
    ],
    ['nothing of a locked one', { ...unlocked, lock: { state: 'locked', session: 'desktop' } }, former({}), null],
  ] as const)('is %s', (_what, present, before, expected) => {
    expect(lastKnownUse(present, before, at)).toBe(expected);
  });

  it.each([
    [
      settings(true, 300),
      'It locks when nothing has used it for that long, and when the Mac sleeps; left alone, that is after 10 min without use.',
    ],
    [settings(false, null), 'It stays unlocked until you lock it, log out or restart.'],
  ])('and where no use was seen there is none: %j', (autoLock, reason) => {
    const forecast = forecastOf(autoLock, sleepsAfter(10), null);
    expect(forecast).toMatchObject({ reason });
    expect(forecast).not.toHaveProperty('lastKnownUseAt');
  });

  it('stands in the forecast, which is a length after the last use and never a time of day', () => {
    expect(forecastOf(settings(false, 300), sleepsAfter(10), used)).toEqual({
      kind: 'after-idle',
      idleTimeoutSeconds: 300,
      alsoOnSleep: false,
      lastKnownUseAt: used,
      reason: 'It locks when nothing has used it for that long.',
    });
  });
});

describe('the forecast of a held keychain', () => {
  const never = forecastOf(settings(false, null), sleepsAfter(10), null);
  const restores = { lockOnSleep: true, idleTimeoutSeconds: 300 };
  const hold: Hold = {
    state: 'on',
    until: '2026-03-01T18:30:00.000Z',
    end: { kind: 'at', at: '2026-03-01T18:30:00.000Z' },
    startedAt: '2026-03-01T10:00:00.000Z',
    restores,
    keychains: [{ path: loginPath, restores, wasLocked: true }],
    keepAwake: false,
    relock: 'as-before',
    owner: 'app',
    session: 'desktop',
    isElsewhere: false,
  };

  it('is the end of the hold, and what its own settings say after that', () => {
    expect(forecastUnderHold(never, loginPath, hold, sleepsAfter(10))).toMatchObject({
      kind: 'hold-end',
      at: hold.until,
      afterwards: { kind: 'after-idle', idleTimeoutSeconds: 300, alsoOnSleep: true },
    });
  });

  it('has no time where none ends the hold, and says so', () => {
    const { until: _until, ...open } = { ...hold, end: { kind: 'open' } as const };
    expect(forecastUnderHold(never, loginPath, open, sleepsAfter(10))).toStrictEqual({
      kind: 'hold-end',
      afterwards: forecastOf({ ...restores, source: 'session' }, sleepsAfter(10), null),
      reason: 'It is kept unlocked. Once that has ended, its own settings are put back.',
    });
  });

  it.each([
    ['another keychain', never, '/other.keychain-db', hold],
    ['settings that are not those of a hold', forecastOf(settings(true, null), sleepsAfter(10), null), loginPath, hold],
    ['no hold', never, loginPath, { state: 'off' }],
    ['a hold that nobody knows of', never, loginPath, undefined],
    ['a hold that is over', never, loginPath, { ...hold, state: 'restoring', problems: [] }],
  ] as const)('stays its own with %s', (_what, own, path, present) => {
    expect(forecastUnderHold(own, path, present as Hold, sleepsAfter(10))).toBe(own);
  });
});
