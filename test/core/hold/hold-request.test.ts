import { describe, expect, it } from 'vitest';
import {
  checkHoldRequest,
  type HoldRequest,
  holdRequest,
  mostKeychains,
} from '../../../electron/core/hold/hold-request';

const now = Date.UTC(2026, 8, 10, 9);
const monthMs = 31 * 24 * 3_600_000;
const asked: HoldRequest = { end: { kind: 'open' }, keepAwake: false, relock: 'as-before' };
const at = (ms: number) => ({ kind: 'at', at: new Date(ms).toISOString() }) as const;
const back = (afterMinutesAway: number) => ({ kind: 'back', afterMinutesAway }) as const;
const paths = (count: number) => Array.from({ length: count }, (_, index) => `/${index}`);

describe('what a hold may be asked for', () => {
  it.each([
    ['no end', asked],
    ['a millisecond', { ...asked, end: at(now + 1) }],
    ['a month', { ...asked, end: at(now + monthMs) }],
    ['a minute away', { ...asked, end: back(1) }],
    ['a day away', { ...asked, end: back(24 * 60) }],
    ['one keychain', { ...asked, keychainPaths: paths(1) }],
    ['as many as there may be', { ...asked, keychainPaths: paths(mostKeychains) }],
  ])('%s', (_what, request) => {
    expect(holdRequest.safeParse(request).success).toBe(true);
    expect(checkHoldRequest(request, now)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    [{ ...asked, end: at(now) }, 'end-out-of-range', 'That time has passed. Choose a later one.'],
    [{ ...asked, end: { kind: 'at', at: 'soon' } }, 'end-out-of-range', 'That is no time.'],
    [
      { ...asked, end: at(now + monthMs + 1) },
      'end-out-of-range',
      'That is more than a month away. Change the auto-lock settings instead.',
    ],
    ...[0, 1.5, 24 * 60 + 1].map(
      (minutes) =>
        [
          { ...asked, end: back(minutes) },
          'end-out-of-range',
          'Choose between one minute and a day of being away.',
        ] as const,
    ),
    ...[0, mostKeychains + 1].map(
      (count) =>
        [
          { ...asked, keychainPaths: paths(count) },
          'no-keychain',
          'Name the keychains that are to stay unlocked.',
        ] as const,
    ),
  ] as const)('not %j', (request, code, reason) => {
    expect(checkHoldRequest(request, now)).toEqual({ ok: false, code, reason });
  });

  it.each([
    ['no word about sleep', { end: asked.end, relock: 'always' }],
    ['another word about locking', { ...asked, relock: 'never' }],
    ['no keychain', { ...asked, keychainPaths: [] }],
    ['too many', { ...asked, keychainPaths: paths(mostKeychains + 1) }],
    ['no time', { ...asked, end: { kind: 'at', at: 'soon' } }],
    ['no minute', { ...asked, end: back(0) }],
    ['part of a minute', { ...asked, end: back(1.5) }],
    ['more than a day', { ...asked, end: back(24 * 60 + 1) }],
    ['a word more', { ...asked, force: true }],
  ])('and it is not read with %s', (_what, request) => {
    expect(holdRequest.safeParse(request).success).toBe(false);
  });

  it('is read with “always” as well', () => {
    expect(holdRequest.safeParse({ ...asked, relock: 'always' }).success).toBe(true);
  });
});
