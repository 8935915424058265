import { describe, expect, it } from 'vitest';
import {
  areLeadMinutes,
  defaultExpiryThresholds,
  expiryStage,
  withThresholds,
} from '../../../electron/core/credentials/expiry-thresholds';
import { formatLeads, leadChoices } from '../../../electron/core/credentials/format-lead-minutes';
import type { Credential, CredentialStatus, ExpiryOf } from '../../../electron/core/words/credential';
import { credential } from '../sample-facts';

const now = Date.UTC(2026, 8, 10, 12);
const minuteMs = 60_000;
const ends = (of: ExpiryOf, minutes: number, status: CredentialStatus = 'valid'): Credential =>
  credential({ status, expiry: { of, at: new Date(now + minutes * minuteMs).toISOString() } });
const statusOf = (one: Credential, thresholds = defaultExpiryThresholds) => withThresholds(one, thresholds, now).status;

describe('how soon is soon', () => {
  it.each<[ExpiryOf, number]>([
    ['login', 3 * 1440],
    ['session', 30],
    ['access-token', 30],
    ['certificate', 30 * 1440],
  ])('a %s ends soon from %d minutes ahead on, as long as nobody has chosen', (of, minutes) => {
    expect(statusOf(ends(of, minutes + 0.001))).toBe('valid');
    expect(statusOf(ends(of, minutes))).toBe('expiring');
  });

  it('is the earliest of the lead times that were chosen; without any, nothing ends soon', () => {
    const thresholds = { login: [10_080, 1440], session: [], certificate: [60] };
    expect(statusOf(ends('login', 10_080), thresholds)).toBe('expiring');
    expect(statusOf(ends('session', 1), thresholds)).toBe('valid');
    expect(statusOf(ends('certificate', 61), thresholds)).toBe('valid');
  });

  it('counts also for a login whose lapsed token renews itself, but not for what is renewed itself', () => {
    expect(statusOf(ends('login', 60, 'renews-itself'))).toBe('expiring');
    const renewed = ends('access-token', 5);
    expect(statusOf({ ...renewed, expiry: renewed.expiry && { ...renewed.expiry, isRenewed: true } })).toBe('valid');
  });

  it.each<CredentialStatus>(['expired', 'signed-out', 'unreadable', 'unknown'])(
    'leaves what is %s as it is',
    (status) => {
      expect(statusOf(ends('login', 60, status))).toBe(status);
    },
  );

  it('leaves what has lapsed and renews itself, or has no end, as it is', () => {
    expect(statusOf(ends('login', -1, 'renews-itself'))).toBe('renews-itself');
    expect(statusOf(ends('login', 0, 'renews-itself'))).toBe('renews-itself');
    expect(statusOf(credential())).toBe('valid');
  });
});

describe('how near the end', () => {
  const stage = (one: Pick<Credential, 'status' | 'expiry'>, thresholds = defaultExpiryThresholds) =>
    expiryStage(one, thresholds, now);

  it.each([
    [ends('login', 4320, 'expiring'), 1, 'ends within 3 days'],
    [ends('login', 1440, 'expiring'), 2, 'ends within a day'],
    [ends('login', 5000, 'expiring'), 1, 'ends soon'],
    [ends('login', -1, 'expired'), 3, 'has ended'],
    [ends('session', -1, 'expired'), 2, 'has ended'],
    [ends('login', 1, 'valid'), 0, ''],
  ])('%j', (one, order, words) => {
    expect(stage(one)).toEqual({ order, words });
  });

  it('is told of what has no end that is known, and not of what nobody wants to be told of', () => {
    expect(stage({ status: 'expiring', expiry: null })).toEqual({ order: 1, words: 'ends soon' });
    expect(stage({ status: 'expired', expiry: null })).toEqual({ order: 3, words: 'has ended' });
    const silent = { ...defaultExpiryThresholds, certificate: [] };
    expect(stage(ends('certificate', 1, 'expiring'), silent)).toEqual({ order: 0, words: '' });
  });
});

describe('lead times from outside', () => {
  it.each([[[]], [[1]], [[4320, 1440]], [[527_040]], [[4, 3, 2, 1]]])('may be %j', (value) => {
    expect(areLeadMinutes(value)).toBe(true);
  });
  it.each([null, 30, '30', {}, [0], [-1], [1.5], ['30'], [30, 30], [30, 60], [527_041], [5, 4, 3, 2, 1], [Number.NaN]])(
    'may not be %j',
    (value) => {
      expect(areLeadMinutes(value)).toBe(false);
    },
  );
});

describe('the words of a choice', () => {
  it.each([
    [[], 'Only when ended'],
    [[30], '30 minutes before'],
    [[60], '1 hour before'],
    [[60, 10], '60 and 10 minutes before'],
    [[1440, 120], '24 and 2 hours before'],
    [[4320, 1440], '3 and 1 days before'],
    [[20_160, 4320, 90], '20160, 4320 and 90 minutes before'],
  ])('%j are "%s"', (leads, words) => {
    expect(formatLeads(leads)).toBe(words);
  });

  it.each(['login', 'session', 'certificate'] as const)(
    'for a %s has the usual one and none, and only lead times that count',
    (kind) => {
      const choices = leadChoices(kind, defaultExpiryThresholds[kind]).map(String);
      expect(choices).toContain(String(defaultExpiryThresholds[kind]));
      expect(choices).toContain('');
      expect(leadChoices(kind, []).every(areLeadMinutes)).toBe(true);
      expect(new Set(choices).size).toBe(choices.length);
    },
  );

  it('has also what a hand has written into the settings', () => {
    expect(leadChoices('login', [77])[0]).toEqual([77]);
    expect(leadChoices('login', [4320, 1440])).not.toContainEqual([77]);
  });
});
