import { describe, expect, it } from 'vitest';
import { formatExpiry } from '../../electron/core/format-credential';

const now = { nowMs: Date.parse('2026-11-20T13:00:00Z'), timeZone: 'Europe/Berlin' };

describe('an expiry in words', () => {
  it.each([
    [{ of: 'login', at: '2026-11-20T15:10:00Z' }, 'login ends in 2 h 10 min'],
    [{ of: 'access-token', at: '2026-11-20T12:48:00Z' }, 'access token ended 12 min ago'],
    [{ of: 'certificate', at: '2026-11-21T08:40:00Z' }, 'certificate ends tomorrow 09:40'],
    [{ of: 'session', at: '2026-11-20T13:00:00Z' }, 'session ended just now'],
  ] as const)('%o is "%s"', (expiry, words) => {
    expect(formatExpiry(expiry, now)).toBe(words);
  });
});
