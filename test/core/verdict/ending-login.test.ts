import { describe, expect, it } from 'vitest';
import { endingLogin } from '../../../electron/core/verdict/ending-login';
import { endPhrase } from '../../../electron/core/verdict/locking';
import type { Credential, Expiry } from '../../../electron/core/words/credential';
import { credential } from '../sample-facts';
import { now } from './situations';

const hourMs = 3_600_000;
const ends = (
  aheadMs: number,
  status: Credential['status'],
  of: Expiry['of'] = 'login',
  changes: Partial<Credential> = {},
): Credential => credential({ status, expiry: { of, at: new Date(now.nowMs + aheadMs).toISOString() }, ...changes });
const sentenceOf = (...credentials: readonly Credential[]) => endingLogin(credentials, now)?.sentence ?? null;

describe('a login that ends while somebody is away', () => {
  it.each<[number, Credential['status'], Expiry['of'], string | null]>([
    [1, 'expiring', 'login', 'Sign in to Claude Code first: its login ends today at 14:00.'],
    [3 * hourMs, 'valid', 'login', 'Sign in to Claude Code first: its login ends today at 17:00.'],
    [4 * hourMs, 'valid', 'login', 'Sign in to Claude Code first: its login ends tonight at 18:00.'],
    [12 * hourMs, 'valid', 'session', 'Sign in to Claude Code first: its session ends tomorrow at 02:00.'],
    [12 * hourMs, 'valid', 'certificate', 'Renew Claude Code first: its certificate ends tomorrow at 02:00.'],
    [12 * hourMs + 1, 'expiring', 'login', null],
    [hourMs, 'valid', 'access-token', null],
    [hourMs, 'renews-itself', 'login', null],
    [hourMs, 'expired', 'login', null],
    [0, 'valid', 'login', null],
    [-hourMs, 'expiring', 'login', null],
    [0, 'expired', 'login', 'Sign in to Claude Code first: its login has ended.'],
    [-7 * 24 * hourMs + 1, 'expired', 'login', 'Sign in to Claude Code first: its login has ended.'],
    [-7 * 24 * hourMs, 'expired', 'login', null],
    [-hourMs, 'expired', 'session', null],
    [-hourMs, 'unknown', 'login', null],
  ])('%d ms from now, %s, a %s', (aheadMs, status, of, sentence) => {
    expect(sentenceOf(ends(aheadMs, status, of))).toBe(sentence);
  });

  it('is the first of several, and of an installed tool', () => {
    const [gh, git] = [
      { tool: 'gh', name: 'gh' },
      { tool: 'git', name: 'git' },
    ];
    const later = ends(2 * hourMs, 'valid', 'login', gh);
    const sooner = ends(hourMs, 'valid', 'login', git);
    expect(sentenceOf(later, sooner, ends(1, 'valid', 'login', { installed: false }), credential())).toContain('git');
    expect(sentenceOf(sooner, later)).toContain('git');
  });

  it('is told of by the day and the clock', () => {
    expect(endPhrase(now.nowMs + 30 * hourMs, now)).toBe('tomorrow at 20:00');
    expect(endPhrase(now.nowMs + 6 * hourMs, now)).toBe('tonight at 20:00');
  });

  it('is shown by its tool and, where it has one, its account', () => {
    expect(endingLogin([ends(1, 'valid')], now)?.primary).toStrictEqual({ kind: 'show-login', tool: 'claude-code' });
    expect(endingLogin([ends(1, 'valid', 'login', { account: 'work' })], now)?.primary).toEqual({
      kind: 'show-login',
      tool: 'claude-code',
      account: 'work',
    });
  });
});
