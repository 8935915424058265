import { describe, expect, it } from 'vitest';
import { problemWith, sameAutoLock, setAutoLockCommand } from '../../../electron/core/auto-lock/auto-lock';
import { parseIdleTimeout } from '../../../electron/core/auto-lock/parse-duration';

describe('problemWith', () => {
  it.each([
    ['never', null, null],
    ['a minute', 60, null],
    ['the longest', 2_147_483_646, null],
    ['below a minute', 59, 'timeout-out-of-range'],
    ['zero', 0, 'timeout-out-of-range'],
    ['negative', -1, 'timeout-out-of-range'],
    ['the number that means never to macOS', 2_147_483_647, 'timeout-out-of-range'],
    ['a fraction', 90.5, 'timeout-out-of-range'],
    ['no number', Number.NaN, 'timeout-out-of-range'],
  ] as const)('%s', (_name, idleTimeoutSeconds, code) => {
    const sentence = 'Choose a timeout of at least one minute, or never.';
    expect(problemWith({ lockOnSleep: true, idleTimeoutSeconds })).toEqual(code === null ? null : { code, sentence });
  });
});

describe('parseIdleTimeout', () => {
  it.each([
    ['never', null],
    ['60s', 60],
    ['15m', 900],
    ['1h30m', 5400],
    ['2147483646s', 2_147_483_646],
  ])('reads %s', (text, seconds) => {
    expect(parseIdleTimeout(text)).toEqual({ ok: true, value: seconds });
  });

  it.each([
    ['15', '“15” is no timeout. Write a number with its unit, such as 15m or 1h30m, or never.'],
    ['59s', 'The shortest timeout is 60s.'],
    ['2147483647s', 'That is longer than macOS can keep; write never.'],
  ])('refuses %s', (text, reason) => {
    expect(parseIdleTimeout(text)).toEqual({ ok: false, code: 'not-a-timeout', reason });
  });
});

describe('sameAutoLock', () => {
  it('compares both values', () => {
    const settings = { lockOnSleep: true, idleTimeoutSeconds: 300 };
    expect(sameAutoLock(settings, { ...settings })).toBe(true);
    expect(sameAutoLock(settings, { ...settings, lockOnSleep: false })).toBe(false);
    expect(sameAutoLock(settings, { ...settings, idleTimeoutSeconds: null })).toBe(false);
  });
});

describe('setAutoLockCommand', () => {
  it.each([
    [{ lockOnSleep: true, idleTimeoutSeconds: 300 }, 'security set-keychain-settings -l -u -t 300 /k.keychain-db'],
    [{ lockOnSleep: false, idleTimeoutSeconds: 60 }, 'security set-keychain-settings -u -t 60 /k.keychain-db'],
    [{ lockOnSleep: true, idleTimeoutSeconds: null }, 'security set-keychain-settings -l /k.keychain-db'],
    [{ lockOnSleep: false, idleTimeoutSeconds: null }, 'security set-keychain-settings /k.keychain-db'],
  ])('writes both settings, since the tool resets the one that is left out: %j', (settings, command) => {
    expect(setAutoLockCommand('/k.keychain-db', settings)).toBe(command);
  });
});
