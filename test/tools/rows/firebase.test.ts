import { describe, expect, it } from 'vitest';
import { canary, now } from '../one-keychain';
import { rowCreator } from '../row-creator';
import { lookAtStores } from '../stores-in-process';

const create = rowCreator('firebase');
const path = '/Users/alice/.config/configstore/firebase-tools.json';
const login = (email: string, tokens: object = {}) => ({
  user: { email, exp: 1789003600 },
  tokens: {
    access_token: `ya29.${canary}`,
    refresh_token: `1//${canary}`,
    id_token: `h.${canary}.s`,
    expires_at: 1789003600000,
    scopes: ['email'],
    ...tokens,
  },
});
const whole = login('test@example.com');
const look = (settings: object, environment = {}) => lookAtStores(create, { files: { [path]: settings }, environment });

describe('Firebase CLI', () => {
  it('was not found where nothing of it is, and is signed out where its file holds no login', async () => {
    expect(await lookAtStores(create, {})).toMatchObject([{ installed: false, store: 'none' }]);
    expect(await look({ analyticsUses: 1 })).toMatchObject([{ installed: true, store: 'none', status: 'signed-out' }]);
  });

  it('survives, with an access token that renews itself', async () => {
    expect(await look(whole)).toEqual([
      {
        tool: 'firebase',
        name: 'Firebase CLI',
        account: 'test@example.com',
        installed: true,
        store: 'file',
        overSsh: 'survives',
        status: 'renews-itself',
        expiry: { of: 'access-token', at: new Date(1789003600000).toISOString(), isRenewed: true },
        reason: `It uses ${path}, which no lock guards.`,
        symptom: 'Failed to authenticate, have you run firebase login?',
      },
    ]);
  });

  it('has a login for each further account', async () => {
    const settings = { ...whole, additionalAccounts: [login('b@example.com', { expires_at: now + 1 }), { user: {} }] };
    expect(await look(settings)).toMatchObject([
      { account: 'test@example.com' },
      { account: 'b@example.com', status: 'valid' },
    ]);
  });

  it.each([
    ['no refresh token', { refresh_token: undefined }, { status: 'expired' }],
    ['a time that is a text', { expires_at: '1789003600000' }, { status: 'unreadable', expiry: null }],
    ['a token that is a number', { access_token: 5 }, { status: 'unreadable' }],
  ])('with %s', async (_what, tokens, told) => {
    expect(await look(login('a@example.com', tokens))).toMatchObject([{ account: 'a@example.com', ...told }]);
  });

  it('is unreadable where further accounts or tokens are of the wrong kind', async () => {
    expect(await look({ ...whole, additionalAccounts: canary })).toMatchObject([{ status: 'unreadable' }]);
    expect(await look({ tokens: canary })).toMatchObject([{ status: 'unreadable' }]);
  });

  it('prefers its token variable to the file, and the file to a service account', async () => {
    const both = { FIREBASE_TOKEN: canary, GOOGLE_APPLICATION_CREDENTIALS: '/Users/alice/key.json' };
    expect(await look(whole, both)).toMatchObject([{ store: 'environment', overSsh: 'survives' }]);
    const { FIREBASE_TOKEN: _token, ...account } = both;
    expect(await look(whole, account)).toMatchObject([{ store: 'file' }]);
    expect(await look({}, account)).toMatchObject([{ store: 'environment', overSsh: 'survives' }]);
  });

  it('follows XDG_CONFIG_HOME', async () => {
    const files = { '/Users/alice/xdg/configstore/firebase-tools.json': whole };
    const environment = { XDG_CONFIG_HOME: '/Users/alice/xdg' };
    expect(await lookAtStores(create, { files, environment })).toMatchObject([{ store: 'file' }]);
  });
});
