import { describe, expect, it } from 'vitest';
import { loginsSummary } from '../../../electron/core/credentials/logins-summary';
import type { Credential } from '../../../electron/core/words/credential';
import { credential } from '../sample-facts';

const now = { nowMs: Date.parse('2026-11-20T13:00:00Z'), timeZone: 'Europe/Berlin' };
const read = { isAwaited: false, isUnread: false };
const ends = (at: string, changes: Partial<Credential> = {}): Credential =>
  credential({ status: 'expiring', expiry: { of: 'login', at }, ...changes });
const gh = { tool: 'gh', name: 'gh' };

describe('the row of the logins says the next thing to know', () => {
  it.each<[string, string, readonly Credential[]]>([
    ['1 login', 'good', [credential()]],
    ['3 logins', 'good', [credential(), credential(gh), credential({ status: 'renews-itself' })]],
    ['none found', 'unknown', []],
    ['none found', 'unknown', [credential({ installed: false })]],
    ['none found', 'unknown', [credential({ status: 'signed-out', store: 'none' })]],
    ['Claude Code ends 16:10', 'caution', [ends('2026-11-20T15:10:00Z')]],
    ['Claude Code ends Wed 01:24', 'caution', [ends('2026-11-25T00:24:00Z'), credential(gh)]],
    ['Claude Code ends 3 Dec', 'caution', [ends('2026-12-03T08:40:00Z')]],
    ['gh ends 14:30', 'caution', [ends('2026-11-20T15:10:00Z'), ends('2026-11-20T13:30:00Z', gh)]],
    [
      'Claude Code ends on Wednesday',
      'caution',
      [ends('2026-11-25T22:59:59Z', { expiry: { of: 'login', at: '2026-11-25T22:59:59Z', endsOn: '2026-11-25' } })],
    ],
    ['1 login', 'good', [ends('2026-11-20T15:10:00Z', { expiry: { of: 'session', at: 'x', isRenewed: true } })]],
    ['1 login', 'good', [ends('2026-11-20T15:10:00Z', { status: 'valid' })]],
    ['1 login', 'good', [credential({ status: 'expiring', expiry: null })]],
    ['gh logged out', 'alarm', [ends('2026-11-20T15:10:00Z'), credential({ ...gh, status: 'expired' })]],
    ['2 logged out', 'alarm', [credential({ status: 'expired' }), credential({ ...gh, status: 'expired' })]],
  ])('%s (%s)', (words, tone, credentials) => {
    expect(loginsSummary(credentials, read, now)).toEqual({ words, tone });
  });

  it('tells what was not looked at from what is not there', () => {
    const awaited = { ...read, isAwaited: true };
    const unreadYet = { ...read, isUnread: true };
    expect(loginsSummary([], awaited, now)).toEqual({ words: 'looking…', tone: 'unknown' });
    expect(loginsSummary([], unreadYet, now)).toEqual({ words: 'could not be read', tone: 'unknown' });
    expect(loginsSummary([credential()], awaited, now).words).toBe('1 login');
    expect(loginsSummary([credential()], unreadYet, now).words).toBe('1 login');
  });
});
