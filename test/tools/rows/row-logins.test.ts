import { describe, expect, it } from 'vitest';
import { loginsAt } from '../../../electron/tools/rows/row-logins';
import type { LoginPlace } from '../../../electron/tools/rows/tool-row';

const end = Date.UTC(2026, 8, 10, 12);
const stored = (account: string | null, accessTokenExpiresAt: number | null = null, hasRefreshToken = false) => ({
  ...{ kind: 'stored', account, isEndless: false },
  times: { accessTokenExpiresAt, loginExpiresAt: null, hasRefreshToken },
});
const broken = (account: string | null) => ({ kind: 'stored', account, times: null, isEndless: false });
const inItem = (account: string | null, service: string, itemAccount: string | null) => ({
  ...{ kind: 'in-item', account, service, itemAccount },
});
const one: LoginPlace = { tokens: ['token'], renewal: 'more', end: ['ends', 'seconds'] };
const each: LoginPlace = { each: 'users.*', account: 'name', tokens: ['auth.token'] };
const named: LoginPlace = { each: '*', account: '#', tokens: ['token'], item: { service: 'x:{#}', account: '{user}' } };
const marked: LoginPlace = { ...named, item: { service: 'x', account: '{token}', whereToken: /^secret-/ } };

describe('the logins in a file of a row', () => {
  it.each<[string, object, LoginPlace, unknown]>([
    ['one at the top', { token: 'a' }, one, [stored(null)]],
    ['one with an end', { token: 'a', ends: end / 1000 }, one, [stored(null, end)]],
    ['what renews it alone', { more: 'a' }, one, [stored(null, null, true)]],
    ['none', { other: 'a' }, one, []],
    ['a blank token', { token: ' ' }, one, []],
    ['a token that is a number', { token: 5 }, one, [broken(null)]],
    ['an end that is a text', { token: 'a', ends: '5' }, one, [broken(null)]],
    [
      'an end that is written',
      { token: 'a', ends: '2026-09-10T12:00:00Z' },
      { ...one, end: ['ends', 'text'] },
      [stored(null, end)],
    ],
    [
      'a time that is none',
      { token: 'a', ends: '0001-01-01T00:00:00Z' },
      { ...one, end: ['ends', 'text'] },
      [stored(null)],
    ],
    [
      'a day, which ends with it',
      { token: 'a', ends: '2026-09-10' },
      { ...one, end: ['ends', 'text'] },
      [stored(null, Date.UTC(2026, 8, 10, 23, 59, 59))],
    ],
    ['one of each user', { users: { u: { name: 'a', auth: { token: 'x' } }, v: { auth: {} } } }, each, [stored('a')]],
    ['a user without a name', { users: { u: { auth: { token: 'x' } } } }, each, [stored('u')]],
    [
      'a user of the wrong kind beside a whole one',
      { users: { u: 5, v: { auth: { token: 'x' } } } },
      each,
      [broken('u'), stored('v')],
    ],
    ['users of the wrong kind', { users: 5 }, each, 'wrong'],
    ['users in a list', { users: [{ name: 'a', auth: { token: 'x' } }] }, each, [stored('a')]],
    [
      'what is no list of settings, where that is usual',
      { a: 5, b: { token: 'x' } },
      { ...one, each: '*', account: '#', isMixed: true },
      [stored('b')],
    ],
    [
      'those whose name fits, by its group',
      { 'k:a:token': { token: 'x' }, 'k:a:other': { token: 'x' } },
      { ...one, each: '*', only: /^k:(\w+):token$/ },
      [stored('a')],
    ],
    [
      'those that look like a token',
      { a: 'lin_x', b: 'x', c: [1] },
      { each: '*', account: '#', tokens: [''], like: /^lin_/ },
      [stored('a')],
    ],
    ['one whose token is in an item', { h: { user: 'u' } }, named, [inItem('h', 'x:h', 'u')]],
    ['one whose token stands there', { h: { user: 'u', token: 't' } }, named, [stored('h')]],
    ['one whose token is the name of an item', { h: { token: 'secret-1' } }, marked, [inItem('h', 'x', 'secret-1')]],
    ['a token beside such names', { h: { token: 'dp.1' } }, marked, [stored('h')]],
  ])('%s', (_what, file, place, logins) => {
    expect(loginsAt({ ...file }, place)).toEqual(logins);
  });

  it('keep nothing of a token', () => {
    expect(JSON.stringify(loginsAt({ token: 'canary', more: 'canary' }, one))).not.toContain('canary');
  });
});
