import { describe, expect, it } from 'vitest';
import { credentialWarnings } from '../../../electron/core/credentials/credential-warnings';
import {
  defaultExpiryThresholds,
  type ExpiryThresholds,
  withThresholds,
} from '../../../electron/core/credentials/expiry-thresholds';
import type { Credential, ExpiryOf } from '../../../electron/core/words/credential';
import { statusByEnd } from '../../../electron/tools/common/end-status';
import { credential } from '../sample-facts';

const now = Date.UTC(2026, 8, 10, 12);
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const usual = defaultExpiryThresholds;

const ending = (of: ExpiryOf, aheadMs: number, changes: Partial<Credential> = {}, thresholds = usual): Credential => ({
  ...withThresholds(credential(statusByEnd(of, now + aheadMs, now)), thresholds, now),
  ...changes,
});

const told = (...credentials: readonly Credential[]) =>
  credentialWarnings(credentials, usual, now).map(({ severity, title }) => `${severity}: ${title}`);

describe('the warning of what ends', () => {
  it.each<[ExpiryOf, number, string | null]>([
    ['login', 3 * dayMs + 1, null],
    ['login', 3 * dayMs, 'warning: The Claude Code login ends within 3 days'],
    ['login', dayMs + 1, 'warning: The Claude Code login ends within 3 days'],
    ['login', dayMs, 'warning: The Claude Code login ends within a day'],
    ['login', 1, 'warning: The Claude Code login ends within a day'],
    ['login', 0, 'warning: The Claude Code login has ended'],
    ['login', -400 * dayMs, 'warning: The Claude Code login has ended'],
    ['certificate', 30 * dayMs + 1, null],
    ['certificate', 30 * dayMs, 'warning: The Claude Code certificate ends within 30 days'],
    ['certificate', 7 * dayMs, 'warning: The Claude Code certificate ends within 7 days'],
    ['certificate', 0, 'warning: The Claude Code certificate has ended'],
    ['session', 30 * minuteMs + 1, null],
    ['session', 30 * minuteMs, 'warning: The Claude Code session ends within 30 minutes'],
    ['session', -7 * dayMs, 'warning: The Claude Code session has ended'],
    ['session', -7 * dayMs - 1, 'info: The Claude Code session has ended'],
    ['access-token', 30 * minuteMs, 'warning: The Claude Code access token ends within 30 minutes'],
    ['access-token', -8 * dayMs, 'info: The Claude Code access token has ended'],
  ])('of a %s that ends in %d ms', (of, aheadMs, expected) => {
    expect(told(ending(of, aheadMs))).toEqual(expected === null ? [] : [expected]);
  });

  const chosen: ExpiryThresholds = { login: [7 * 1440, 90], session: [60], certificate: [] };
  it.each<[ExpiryOf, number, string | null]>([
    ['login', 7 * dayMs + 1, null],
    ['login', 7 * dayMs, 'ends within 7 days'],
    ['login', 91 * minuteMs, 'ends within 7 days'],
    ['login', 90 * minuteMs, 'ends within 90 minutes'],
    ['session', 61 * minuteMs, null],
    ['session', 60 * minuteMs, 'ends within an hour'],
    ['access-token', 60 * minuteMs, 'ends within an hour'],
    ['certificate', 1, null],
    ['certificate', 0, 'has ended'],
  ])('of a %s that ends in %d ms goes by the lead times that the user has chosen', (of, aheadMs, words) => {
    const warnings = credentialWarnings([ending(of, aheadMs, {}, chosen)], chosen, now);
    expect(warnings.map(({ title }) => title)).toEqual(words === null ? [] : [expect.stringContaining(words)]);
  });

  it('names the account, where the tool has several', () => {
    expect(told(ending('session', minuteMs, { name: 'AWS CLI', account: 'work' }))).toEqual([
      'warning: The AWS CLI session of ‘work’ ends within 30 minutes',
    ]);
  });

  it('is missing for what renews itself, and for a tool that is not installed', () => {
    expect(told(ending('login', dayMs, { status: 'renews-itself' }), ending('login', 1, { installed: false }))).toEqual(
      [],
    );
  });

  it('advises what helps: another certificate, or another login', () => {
    const [renew, replace, before, after] = (
      [ending('certificate', 1), ending('certificate', 0), ending('login', 1), ending('login', 0)] as const
    ).map((one) => credentialWarnings([one], usual, now)[0]);
    expect(renew?.detail).toContain('Renew it');
    expect(replace?.detail).toContain('new certificate');
    expect(before?.detail).toContain('again before you walk away');
    expect(after?.detail).toContain('Sign in again on this Mac.');
    expect([renew?.code, replace?.code]).toEqual(['login-expiring', 'login-expired']);
    expect([before, after]).toMatchObject([
      { code: 'login-expiring', actions: [] },
      { code: 'login-expired', actions: [] },
    ]);
  });

  it.each([
    ['is about to end long after its time', 'expiring', -8 * dayMs, 'warning'],
    ['has ended', 'expired', -8 * dayMs, 'info'],
  ] as const)('is no alarm where a session %s', (_what, status, aheadMs, severity) => {
    const one = ending('session', aheadMs, { status });
    expect(credentialWarnings([one], usual, now).map((warning) => warning.severity)).toEqual([severity]);
  });

  it('knows no end: it says “login”, and takes it for no abandoned one', () => {
    const known = credential({ status: 'expired', expiry: null });
    expect(told(known)).toEqual(['warning: The Claude Code login has ended']);
    expect(credentialWarnings([known], usual, now)[0]?.detail).toContain('asks for a new login');
  });

  it('names five of many, what is nearest first and what nobody waits for last, and counts the others', () => {
    const many = Array.from({ length: 300 }, (_, index) =>
      ending('session', -(index + 8) * dayMs, { account: `old ${index}` }),
    );
    const lines = told(...many, ending('login', 2 * dayMs, { account: 'a' }), ending('login', dayMs, { account: 'b' }));
    expect(lines).toEqual([
      'warning: The Claude Code login of ‘b’ ends within a day',
      'warning: The Claude Code login of ‘a’ ends within 3 days',
      'info: The Claude Code session of ‘old 0’ has ended',
      'info: The Claude Code session of ‘old 1’ has ended',
      'info: The Claude Code session of ‘old 2’ has ended',
      'info: 297 more logins end soon or have ended',
    ]);
    expect(credentialWarnings(many, usual, now).at(-1)?.detail).toBe('The list of logins shows them all.');
    expect(told(...many.slice(0, 6)).at(-1)).toBe('info: 1 more login ends soon or has ended');
    expect(told(...many.slice(0, 5))).toHaveLength(5);
  });
});
