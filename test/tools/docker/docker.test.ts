import { afterEach, describe, expect, it, vi } from 'vitest';
import { createDocker } from '../../../electron/tools/docker/docker';
import { canary, internet } from '../one-keychain';
import { searchesOf } from '../searches';
import { type Configuration, type ToolOnMac, toolOnMac } from '../tool-on-mac';

const path = '/Users/alice/.docker/config.json';
const hub = 'https://index.docker.io/v1/';

let mac: ToolOnMac;
const make = async (configuration: Configuration = {}) => {
  mac = await toolOnMac(createDocker, configuration);
  return mac.look();
};
const withConfig = (config: object, items: ReturnType<typeof internet>[] = []) =>
  make({ files: { [path]: config }, items });
afterEach(() => mac.at.mac.dispose());

describe('Docker', () => {
  it.each(['desktop', 'osxkeychain'])('breaks where %s keeps the login', async (credsStore) => {
    const credentials = await withConfig({ auths: { [hub]: {} }, credsStore }, [internet('index.docker.io', 'u')]);
    expect(credentials).toMatchObject([
      { account: 'index.docker.io', store: 'login-keychain', overSsh: 'breaks', status: 'unknown', expiry: null },
    ]);
    expect(credentials[0]?.reason).toContain(`docker-credential-${credsStore} (set in ${path})`);
    expect(credentials[0]?.symptom).toContain('keychain cannot be accessed because the current session');
  });

  it('names another keychain', async () => {
    const files = { [path]: { auths: { 'ghcr.io': {} }, credsStore: 'osxkeychain' } };
    expect(await make({ files, otherItems: [internet('ghcr.io', 'u')] })).toMatchObject([
      { store: 'other-keychain', overSsh: 'breaks' },
    ]);
  });

  it('is signed out where osxkeychain has no item', async () => {
    expect(await withConfig({ auths: { 'ghcr.io': {} }, credsStore: 'osxkeychain' })).toMatchObject([
      { overSsh: 'breaks', status: 'signed-out' },
    ]);
  });

  it.each([{ auth: canary }, { identitytoken: canary }])('survives where the file has the login', async (entry) => {
    const credentials = await withConfig({ auths: { 'ghcr.io': entry }, HttpHeaders: { 'X-Token': canary } });
    expect(credentials).toMatchObject([{ account: 'ghcr.io', store: 'file', overSsh: 'survives', expiry: null }]);
    expect(credentials[0]?.reason).toContain(path);
  });

  it('has no login where an entry is empty and no helper is set', async () => {
    expect(await withConfig({ auths: { 'ghcr.io': {} } })).toMatchObject([{ store: 'none', status: 'signed-out' }]);
  });

  it.each([
    ['123456789012.dkr.ecr.us-east-1.amazonaws.com', 'ecr-login', 'unknown'],
    ['gcr.io', 'gcloud', 'survives'],
    ['registry.example.com', 'pass', 'unknown'],
    ['example.azurecr.io', 'acr-env', 'unknown'],
    ['example.com', 'constructor', 'unknown'],
    ['a.example.com', 'osxkeychain', 'breaks'],
  ])('asks for %s the helper %s, whatever the store for all', async (registry, helper, overSsh) => {
    const credentials = await withConfig({ credHelpers: { [registry]: helper }, credsStore: 'desktop' });
    expect(credentials).toMatchObject([{ account: registry, overSsh }]);
    expect(credentials[0]?.reason).toContain(`docker-credential-${helper}`);
  });

  it('tells the three entries of Docker Hub as one', async () => {
    const auths = { [hub]: {}, [`${hub}access-token`]: {}, [`${hub}refresh-token`]: {} };
    expect(await withConfig({ auths, credsStore: 'desktop' })).toHaveLength(1);
  });

  it('goes by DOCKER_AUTH_CONFIG first', async () => {
    const environment = { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { 'ghcr.io': { auth: canary } } }) };
    const files = { [path]: { auths: { 'ghcr.io': {}, [hub]: {} }, credsStore: 'desktop' } };
    const credentials = await make({ environment, files });
    expect(credentials).toMatchObject([
      { account: 'ghcr.io', store: 'environment', overSsh: 'survives' },
      { account: 'index.docker.io', overSsh: 'breaks' },
    ]);
  });

  it('passes over a DOCKER_AUTH_CONFIG that cannot be read', async () => {
    const environment = { DOCKER_AUTH_CONFIG: `{"auths":${canary}` };
    const credentials = await make({ environment, files: { [path]: { auths: { 'ghcr.io': { auth: canary } } } } });
    expect(credentials).toMatchObject([{ store: 'file' }]);
  });

  it('has its file where DOCKER_CONFIG says', async () => {
    const environment = { DOCKER_CONFIG: '/Users/alice/docker-work' };
    const files = { '/Users/alice/docker-work/config.json': { auths: { 'ghcr.io': { auth: canary } } } };
    expect((await make({ environment, files }))[0]?.reason).toContain('/Users/alice/docker-work/config.json');
  });

  it('asks its store even without a login, and takes osxkeychain by itself where that is there', async () => {
    expect(await withConfig({ credsStore: 'desktop' })).toMatchObject([{ overSsh: 'breaks' }]);
    await mac.at.mac.dispose();
    expect(await make({ files: { '/usr/local/bin/docker-credential-osxkeychain': '' } })).toMatchObject([
      { installed: true, overSsh: 'breaks', status: 'signed-out' },
    ]);
    await mac.at.mac.dispose();
    expect(await withConfig({ auths: {} })).toMatchObject([{ installed: true, store: 'none', status: 'signed-out' }]);
  });

  it('drops a name and a password from an address', async () => {
    const credentials = await withConfig({ auths: { [`https://user:${canary}@ghcr.io/v2/`]: { auth: canary } } });
    expect(credentials).toMatchObject([{ account: 'ghcr.io' }]);
  });

  it.each<readonly [string, string | Buffer]>([
    ['empty', ''],
    ['cut short in a secret', `{"auths":{"ghcr.io":{"auth":"${canary}`],
    ['with a store that is none', '{"credsStore":5}'],
    ['with a store that is a command', '{"credsStore":"x; rm"}'],
    ['with logins that are none', `{"auths":{"ghcr.io":"${canary}"}}`],
    ['with a list of logins', '{"auths":[]}'],
    ['with a helper that is none', '{"credHelpers":{"ghcr.io":{}}}'],
  ])('is unreadable, with the reason, when its file is %s', async (_what, content) => {
    await make();
    mac.write(path, content);
    const credentials = await mac.look();
    expect(credentials).toMatchObject([{ status: 'unreadable', overSsh: 'unknown', expiry: null }]);
    expect(credentials[0]?.reason).toContain(path);
  });

  it('reads and searches again only after a change', async () => {
    await withConfig({ auths: { [hub]: {} }, credsStore: 'desktop' });
    const [parse, searches] = [vi.spyOn(JSON, 'parse'), searchesOf(mac.doors)];
    await mac.look();
    expect([parse.mock.calls, searches()]).toEqual([[], []]);
    mac.write(path, JSON.stringify({ auths: { [hub]: { auth: canary } } }));
    expect(await mac.look()).toMatchObject([{ overSsh: 'survives' }]);
  });

  it('tells fifty logins at most', async () => {
    const auths = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`r${i}.example.com`, { auth: canary }]));
    expect((await withConfig({ auths })).length).toBeLessThanOrEqual(50);
  });
});
