import { describe, expect, it } from 'vitest';
import { parseIdleTimeout } from '../../../electron/core/auto-lock/parse-duration';
import { parseHoldLength } from '../../../electron/core/hold/hold-times';
import { parseLength } from '../../../electron/core/time/parse-length';

describe('a length of time as people type it', () => {
  it.each([
    ['90s', 90],
    ['15m', 900],
    ['15min', 900],
    ['1h', 3600],
    ['1h30m', 5400],
    ['1h30min', 5400],
    ['2d', 172_800],
    ['1d12h', 129_600],
    ['1d1h1m1s', 90_061],
    ['0h', 0],
  ])('“%s” is %d seconds', (text, seconds) => {
    expect(parseLength(text)).toBe(seconds);
  });

  it.each(['', '15', '30m1h', '1h30', '1 h', '1.5h', '-1h', '1H', 'h', 'soon', '1h1h', '99999999999h'])(
    '“%s” is none',
    (text) => {
      expect(parseLength(text)).toBeNull();
    },
  );

  it('is the same for a timeout and for a hold', () => {
    expect(parseIdleTimeout('1h30m')).toEqual({ ok: true, value: 5400 });
    expect(parseHoldLength('1h30m')).toEqual({ ok: true, value: 5_400_000 });
  });
});
