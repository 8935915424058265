import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAzure } from '../../../electron/tools/azure/azure';
import type { Scenario } from '../../simulator/parsing/scenario';
import { loginKeychain } from '../../system/simulated-doors';
import { canary, now } from '../one-keychain';
import { noSearchAnswers, searchesOf } from '../searches';
import { type ToolOnMac, toolOnMac } from '../tool-on-mac';

const cachePath = '/Users/alice/.azure/msal_token_cache.json';

const token = (home: string, endsAtSeconds: number) => ({
  credential_type: 'AccessToken',
  secret: canary,
  home_account_id: home,
  client_id: 'client',
  expires_on: String(endsAtSeconds),
  extended_expires_on: String(endsAtSeconds),
});
const cache = (endsAtSeconds = now / 1000 + 1800) => ({
  AccessToken: { k1: token('u.t', endsAtSeconds - 600), k2: token('u.t', endsAtSeconds), k3: token('v.t', 1789003600) },
  RefreshToken: { r: { credential_type: 'RefreshToken', secret: canary, home_account_id: 'u.t' } },
  IdToken: { i: { secret: canary, home_account_id: 'u.t' } },
  Account: { a: { home_account_id: 'u.t', username: 'alice@example.com' } },
});

const item = (service: string, account: string): Partial<Scenario> => ({
  keychains: [
    {
      path: loginKeychain,
      password: 'p',
      isLogin: true,
      isDefault: true,
      items: [{ class: 'genp', service, account, data: canary }],
    },
  ],
});

let mac: ToolOnMac;
const make = async (scenario: Partial<Scenario> = {}) => {
  mac = await toolOnMac(createAzure, scenario);
};
afterEach(() => mac.at.mac.dispose());

describe('Azure CLI', () => {
  it('is signed out when it has a folder and no cache', async () => {
    await make({ files: { '~/.azure/azureProfile.json': '\uFEFF{"subscriptions":[]}' } });
    expect(await mac.look()).toMatchObject([{ installed: true, store: 'none', status: 'signed-out' }]);
  });

  it('tells each account of the plain cache by its expiry numbers', async () => {
    await make({ files: { [cachePath]: cache() } });
    const [alice, other] = await mac.look();
    expect(alice).toMatchObject({
      account: 'alice@example.com',
      store: 'file',
      overSsh: 'survives',
      status: 'valid',
      expiry: { of: 'access-token', at: new Date(now + 1_800_000).toISOString() },
      reason: expect.stringContaining(cachePath),
    });
    // No refresh token: nothing renews it.
    expect(other).toMatchObject({ account: 'v.t', status: 'expired' });
    expect((await mac.look(now + 7_200_000))[0]).toMatchObject({ status: 'renews-itself' });
  });

  it('tells service principals, whose secrets have no end there', async () => {
    await make({
      files: {
        '~/.azure/service_principal_entries.json': JSON.stringify([
          { client_id: 'app-1', tenant: 't', client_secret: canary },
          { client_id: 'app-2', tenant: 't', certificate: canary },
        ]),
      },
    });
    expect(await mac.look()).toMatchObject([
      { account: 'app-1', store: 'file', expiry: null },
      { account: 'app-2', store: 'file', expiry: null },
    ]);
  });

  it('tells a service principal once, though a token of it is cached', async () => {
    const ofPrincipal = { ...token('', now / 1000 + 1800), client_id: 'app-1' };
    await make({
      files: {
        [cachePath]: { AccessToken: { k: ofPrincipal } },
        '~/.azure/service_principal_entries.json': JSON.stringify([{ client_id: 'app-1', client_secret: canary }]),
      },
    });
    expect(await mac.look()).toMatchObject([{ account: 'app-1', store: 'file', expiry: null }]);
  });

  it.each([
    ['my_service_name', 'my_account_name'],
    ['Microsoft Azure CLI', 'Token cache'],
  ])('breaks where it was told to encrypt into the item %s', async (service, account) => {
    const config = { '~/.azure/config': '[core]\nencrypt_token_cache = true\n', [cachePath]: cache() };
    await make({ ...item(service, account), files: config });
    expect(await mac.look()).toMatchObject([
      { store: 'login-keychain', overSsh: 'breaks', expiry: null, reason: expect.stringContaining(service) },
    ]);
  });

  it('goes by the file where nothing else was chosen, though an item is there', async () => {
    await make({ ...item('my_service_name', 'my_account_name'), files: { [cachePath]: cache() } });
    expect((await mac.look())[0]).toMatchObject({ store: 'file', overSsh: 'survives' });
  });

  it('goes by its variables before its configuration', async () => {
    await make({
      ...item('my_service_name', 'my_account_name'),
      environment: { AZURE_CONFIG_DIR: '/Users/alice/az', AZURE_CORE_ENCRYPT_TOKEN_CACHE: 'false' },
      files: { '~/az/config': '[core]\nencrypt_token_cache = yes\n', '~/az/msal_token_cache.json': cache() },
    });
    expect((await mac.look())[0]?.reason).toContain('/Users/alice/az/msal_token_cache.json');
  });

  it('says that the keychain could not be searched', async () => {
    await make({
      files: { '~/.azure/config': '[core]\nencrypt_token_cache = on\n' },
      faults: noSearchAnswers,
    });
    expect(await mac.look()).toMatchObject([{ store: 'unknown', overSsh: 'unknown', status: 'unknown' }]);
  });

  it.each([
    ['with tokens that are none', Buffer.from('{"AccessToken":[1]}')] as const,
    ['with a token that is none', Buffer.from(`{"AccessToken":{"k":"${canary}"}}`)] as const,
  ])('is unreadable, with the reason, when its cache is %s', async (_what, content) => {
    await make();
    mac.write(cachePath, content);
    expect(await mac.look()).toMatchObject([
      { status: 'unreadable', expiry: null, reason: expect.stringContaining(cachePath) },
    ]);
  });

  it('reads again only what has changed', async () => {
    await make({ files: { [cachePath]: cache() } });
    await mac.look();
    const [parse, searches] = [vi.spyOn(JSON, 'parse'), searchesOf(mac.doors)];
    await mac.tool.look();
    expect([parse.mock.calls, searches()]).toEqual([[], []]);
    mac.write(cachePath, JSON.stringify(cache(now / 1000 - 1)));
    expect((await mac.look())[0]?.status).toBe('renews-itself');
  });
});
