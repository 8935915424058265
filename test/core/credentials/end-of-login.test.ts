import { describe, expect, it } from 'vitest';
import { canReadExpiry, type EndDatesReading, tellEnd } from '../../../electron/core/credentials/end-of-login';
import type { Credential } from '../../../electron/core/words/credential';
import { credential } from '../sample-facts';

const now = Date.UTC(2026, 8, 10, 12);
const endOfDay = (day: string) => Date.parse(`${day}T23:59:59Z`);
const entered = (endsOn: string, enteredAt = now - 1000): EndDatesReading => ({
  kind: 'read',
  dates: [{ tool: 'npm', account: 'a', endsOn, enteredAt }],
});
const none: EndDatesReading = { kind: 'read', dates: [] };
const token = (changes: Partial<Credential> = {}): Credential =>
  credential({
    ...{ tool: 'npm', account: 'a', store: 'file', status: 'unknown', reason: 'It uses /x.', mayEnterEndDate: true },
    ...changes,
  });
const tell = (one: Credential, reading: EndDatesReading) => tellEnd(one, reading, endOfDay, now);

describe('where the disk tells no end', () => {
  it.each(['login-keychain', 'other-keychain', 'file', 'environment'] as const)(
    'it is said of a login in: %s',
    (store) => {
      const told = tell(token({ store }), none);
      expect(told).toMatchObject({ status: 'unknown', expiry: null, reason: 'It uses /x. No end date on disk.' });
    },
  );

  it('it is said once, where the tool says it itself', () => {
    const reason = 'It uses /x; no end date on disk, and the file was written 3 days ago.';
    expect(tell(token({ reason }), none).reason).toBe(reason);
  });

  it('it is said of a login that a tool takes for good as well', () => {
    expect(tell(token({ status: 'valid' }), none).reason).toBe('It uses /x. No end date on disk.');
  });

  it.each<[boolean, Partial<Credential>]>([
    [true, {}],
    [true, { store: 'other-keychain' }],
    [false, { store: 'file' }],
    [false, { tool: 'gh' }],
    [false, { status: 'signed-out' }],
    [false, { expiry: { of: 'login', at: '2026-12-01T00:00:00.000Z' } }],
  ])('a click can read it (%s): %j', (can, changes) => {
    expect(canReadExpiry(credential(changes))).toBe(can);
  });

  it.each<[string, Partial<Credential>]>([
    ['there is no login', { status: 'signed-out', store: 'none' }],
    ['the tool is not there', { installed: false }],
    ['the file cannot be read', { status: 'unreadable' }],
    ['nobody knows where it lies', { store: 'unknown' }],
    ['its end is known', { expiry: { of: 'login', at: '2026-12-01T00:00:00.000Z' } }],
    ['a click can read it', { tool: 'claude-code', store: 'login-keychain' }],
  ])('it is not said where %s', (_why, changes) => {
    const one = token(changes);
    expect(tell(one, none)).toBe(one);
  });
});

describe('an end date that the user has entered', () => {
  it('is told as entered, with its day, and lasts until the day is over', () => {
    expect(tell(token(), entered('2026-09-10'))).toEqual(
      token({
        status: 'valid',
        expiry: { of: 'login', at: '2026-09-10T23:59:59.000Z', basis: 'entered', endsOn: '2026-09-10' },
      }),
    );
    expect(tell(token(), entered('2026-09-09'))).toMatchObject({ status: 'expired', expiry: { endsOn: '2026-09-09' } });
    const atThatMoment = (changes = {}, writtenMs = now - 2000) =>
      tellEnd(
        token({ writtenAt: new Date(writtenMs).toISOString(), ...changes }),
        entered('2026-09-10'),
        () => now,
        now,
      ).status;
    expect(atThatMoment()).toBe('expired');
    expect(atThatMoment({}, now - 1000)).toBe('expired');
    expect(atThatMoment({}, now - 500)).toBe('unknown');
  });

  it.each<[string, Partial<Credential>]>([
    ['another tool', { tool: 'yarn' }],
    ['another account', { account: 'b' }],
    ['a login that is no such token', { tool: 'npm' }],
  ])('is not taken for %s', (which, changes) => {
    const { mayEnterEndDate: _, ...plain } = token(changes);
    const one = which.startsWith('another') ? token(changes) : plain;
    expect(tell(one, entered('2027-01-01')).expiry).toBeNull();
  });

  it('gives way to an end that was read', () => {
    const one = token({ status: 'valid', expiry: { of: 'access-token', at: '2026-12-01T00:00:00.000Z' } });
    expect(tell(one, entered('2026-09-01'))).toBe(one);
  });

  it('may be of the former token where the login was written since, and then ends nothing', () => {
    const writtenAt = new Date(now - 500).toISOString();
    const ahead = tell(token({ writtenAt }), entered('2026-12-01'));
    expect(ahead).toMatchObject({ status: 'valid', reason: expect.stringContaining('may be of the former token') });
    expect(tell(token({ writtenAt }), entered('2026-09-01'))).toMatchObject({
      status: 'unknown',
      expiry: { endsOn: '2026-09-01' },
    });
    const before = token({ writtenAt: new Date(now - 2000).toISOString() });
    expect(tell(before, entered('2026-12-01')).reason).toBe('It uses /x.');
  });

  it('cannot be told where the file with the dates cannot be used, and the row says why', () => {
    const reading = { kind: 'unreadable', path: '/dates.json', reason: 'it is a link' } as const;
    expect(tell(token(), reading)).toMatchObject({
      expiry: null,
      reason: 'It uses /x. No end date on disk. What was entered cannot be read: /dates.json: it is a link.',
    });
  });
});
