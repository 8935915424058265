import { describe, expect, it } from 'vitest';
import { problemWith, sameAutoLock } from '../../../electron/core/auto-lock/auto-lock';

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
    expect(problemWith({ lockOnSleep: true, idleTimeoutSeconds })?.code ?? null).toBe(code);
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
