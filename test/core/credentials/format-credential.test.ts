import { describe, expect, it } from 'vitest';
import { formatExpiry, formatSymptom } from '../../../electron/core/credentials/format-credential';

const now = { nowMs: Date.parse('2026-11-20T13:00:00Z'), timeZone: 'Europe/Berlin' };

describe('an expiry in words', () => {
  it.each([
    [{ of: 'login', at: '2026-11-20T15:10:00Z' }, 'login ends in 2 h 10 min'],
    [{ of: 'access-token', at: '2026-11-20T12:48:00Z' }, 'access token ended 12 min ago'],
    [{ of: 'certificate', at: '2026-11-21T08:40:00Z' }, 'certificate ends tomorrow 09:40'],
    [{ of: 'session', at: '2026-11-20T13:00:00Z' }, 'session ended just now'],
    [
      { of: 'login', at: '2026-11-21T22:59:59Z', basis: 'entered', endsOn: '2026-11-21' },
      'login ends tomorrow, entered by you',
    ],
    [
      { of: 'login', at: '2026-11-19T22:59:59Z', basis: 'entered', endsOn: '2026-11-19' },
      'login ended yesterday, entered by you',
    ],
    [
      { of: 'login', at: '2026-11-20T22:59:59Z', basis: 'entered', endsOn: '2026-11-20' },
      'login ends today, entered by you',
    ],
  ] as const)('%o is "%s"', (expiry, words) => {
    expect(formatExpiry(expiry, now)).toBe(words);
  });
});

describe('what a login that breaks looks like', () => {
  it.each([
    [{ overSsh: 'breaks', symptom: 'not logged in' }, 'Shows as: “not logged in”'],
    [{ overSsh: 'breaks' }, null],
    [{ overSsh: 'survives', symptom: 'not logged in' }, null],
  ] as const)('%j', (login, words) => {
    expect(formatSymptom(login)).toBe(words);
  });
});
