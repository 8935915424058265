import { describe, expect, it } from 'vitest';
import { exitMeanings, meaningOfExit } from '../../../electron/system/keychain/security-exit-codes';

describe('what security exits with', () => {
  it.each([
    [36, 'interaction-not-allowed'],
    [51, 'wrong-password'],
    [44, 'item-not-found'],
    [50, 'no-such-keychain'],
    [49, 'invalid-keychain'],
    [45, 'duplicate-item'],
    [37, 'no-default-keychain'],
    [29, 'interaction-required'],
    [30, 'missing-entitlement'],
    [128, 'cancelled'],
    [24, 'dark-wake'],
    [2, 'usage'],
    [1, 'could-not-open'],
    [99, 'unrecognised'],
  ])('takes %i for %s', (exitCode, code) => {
    expect(meaningOfExit(exitCode, '').code).toBe(code);
  });

  it('has a code and a sentence of its own for each', () => {
    const meanings = Object.values(exitMeanings);
    expect(new Set(meanings.map(({ code }) => code)).size).toBe(meanings.length);
    expect(new Set(meanings.map(({ sentence }) => sentence)).size).toBe(meanings.length);
  });

  it('calls the keychain locked in one sentence only', () => {
    const saysLocked = Object.entries(exitMeanings).filter(([, { sentence }]) => /locked/i.test(sentence));
    expect(saysLocked.map(([exitCode]) => exitCode)).toEqual(['36']);
  });

  it('follows the code where the text says something else', () => {
    expect(meaningOfExit(51, 'security: …: User interaction is not allowed.').code).toBe('wrong-password');
  });

  it('quotes one short line where the code says too little', () => {
    const { sentence } = meaningOfExit(1, `security: first ${'x'.repeat(900)}\nsecond`);
    expect(sentence).toContain('It said: security: first');
    expect(sentence).not.toContain('second');
    expect(sentence.length).toBeLessThan(300);
  });
});
