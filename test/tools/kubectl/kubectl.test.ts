import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ssoCacheName } from '../../../electron/tools/aws/aws-caches';
import { createKubectl } from '../../../electron/tools/kubectl/kubectl';
import { createOpenssl } from '../../certificates/openssl';
import type { Scenario } from '../../simulator/parsing/scenario';
import { canary, now } from '../one-keychain';
import { type ToolOnMac, toolOnMac } from '../tool-on-mac';

const configPath = '/Users/alice/.kube/config';

interface User {
  readonly name: string;
  readonly user: object;
}
const kubeconfig = (users: readonly User[], current = `${users[0]?.name}-context`) => ({
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [{ name: 'c', cluster: { server: 'https://example.com', 'certificate-authority-data': 'AAAA' } }],
  contexts: users.map(({ name }) => ({ name: `${name}-context`, context: { cluster: 'c', user: name } })),
  'current-context': current,
  users,
});
const exec = (command: string, args: readonly string[] = [], env: readonly object[] | null = null) => ({
  exec: { apiVersion: 'client.authentication.k8s.io/v1beta1', command, args, env, interactiveMode: 'IfAvailable' },
});
const jwt = (claims: object) => `${canary}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${canary}`;

/** A certificate that ends so many days after the real now. */
const certificate = (days: number): Buffer => {
  const made = mkdtempSync(join(tmpdir(), 'latchkey-certificate-'));
  try {
    const openssl = createOpenssl(made);
    openssl.selfSign('alice', '/CN=alice', days);
    return Buffer.from(openssl.read('alice.pem'));
  } finally {
    rmSync(made, { recursive: true });
  }
};

let mac: ToolOnMac;
const make = async (scenario: Partial<Scenario> = {}) => {
  mac = await toolOnMac(createKubectl, scenario);
};
const withUsers = (users: readonly User[], files: Scenario['files'] = {}) =>
  make({ files: { [configPath]: kubeconfig(users), ...files } });
const lookAtUser = async (user: object, files: Scenario['files'] = {}) => {
  await withUsers([{ name: 'u', user }], files);
  const credentials = await mac.look();
  expect(credentials).toHaveLength(1);
  return credentials[0];
};
afterEach(() => mac.at.mac.dispose());

describe('kubectl', () => {
  it('is signed out when no kubeconfig names a user', async () => {
    await make({ files: { [configPath]: 'apiVersion: v1\ncontexts: null\nusers: []\n' } });
    expect(await mac.look()).toMatchObject([{ installed: true, status: 'signed-out' }]);
  });

  it('tells one login for each user, that of the current context first', async () => {
    const users = ['a', 'b'].map((name) => ({ name, user: { token: canary } }));
    const config = kubeconfig(users, 'b-context');
    config.contexts.push({ name: 'again', context: { cluster: 'c', user: 'a' } });
    await make({ files: { [configPath]: config } });
    expect(await mac.look()).toMatchObject([
      { account: 'b-context', store: 'file', overSsh: 'survives', expiry: null },
      { account: 'a-context', reason: expect.stringContaining('no end date on disk') },
    ]);
  });

  it('merges the files of KUBECONFIG, in which the first of a name counts', async () => {
    await make({
      environment: { KUBECONFIG: '/Users/alice/one::/Users/alice/missing:/Users/alice/two' },
      files: {
        '~/one': {
          contexts: kubeconfig([{ name: 'u', user: {} }]).contexts,
          users: [{ name: 'u', user: { token: canary } }],
        },
        '~/two': kubeconfig([
          { name: 'u', user: exec('aws-vault') },
          { name: 'v', user: { username: 'v', password: canary } },
        ]),
      },
    });
    expect(await mac.look()).toMatchObject([
      { account: 'u-context', store: 'file', reason: expect.stringContaining('/Users/alice/one') },
      { account: 'v-context', store: 'file', reason: expect.stringContaining('/Users/alice/two') },
    ]);
  });

  it('tells when a JSON Web Token ends, and nothing else of it', async () => {
    expect(await lookAtUser({ token: jwt({ exp: now / 1000 - 1, sub: canary }) })).toMatchObject({
      status: 'expired',
      expiry: { of: 'access-token', at: new Date(now - 1000).toISOString() },
      symptom: expect.stringContaining('Unauthorized'),
    });
  });

  it('tells the end date of a certificate, in the kubeconfig or in a file beside it', async () => {
    const pem = certificate(365);
    const data = { 'client-certificate-data': pem.toString('base64'), 'client-key-data': canary };
    await withUsers([
      { name: 'a', user: data },
      { name: 'b', user: { 'client-certificate': 'b.pem', 'client-key': '/b.key' } },
      { name: 'c', user: { 'client-certificate': 'missing.pem' } },
      { name: 'd', user: { 'client-certificate-data': Buffer.from(canary).toString('base64') } },
    ]);
    mac.write('/Users/alice/.kube/b.pem', pem);
    const [a, b, c, d] = await mac.look();
    const at = a?.expiry?.at ?? '';
    expect(a).toMatchObject({ store: 'file', overSsh: 'survives', status: 'valid', expiry: { of: 'certificate' } });
    expect(b).toMatchObject({ status: 'valid', expiry: { at }, reason: expect.stringContaining('.kube/b.pem') });
    expect([c?.status, d?.status]).toEqual(['unreadable', 'unreadable']);
    expect((await mac.look(Date.parse(at) - 29 * 86_400_000))[0]?.status).toBe('expiring');
    expect((await mac.look(Date.parse(at)))[0]?.status).toBe('expired');
  });

  it.each([
    ['aws-vault', ['exec', 'p', '--', 'aws', 'eks', 'get-token'], 'other-keychain', 'breaks'],
    ['/opt/homebrew/bin/op', ['run'], 'desktop-app', 'breaks'],
    ['kubectl', ['oidc-login', 'get-token', `--oidc-client-secret=${canary}`], 'file', 'survives'],
    [
      'kubelogin',
      ['get-token', '--oidc-issuer-url=https://x', '--token-cache-storage=keyring'],
      'login-keychain',
      'breaks',
    ],
    ['kubelogin', ['get-token', '--login', 'devicecode', '--server-id', 'x'], 'file', 'survives'],
    ['/Users/alice/bin/mine', [canary], 'unknown', 'unknown'],
    ['constructor', [], 'unknown', 'unknown'],
  ])('follows the program %s %j', async (command, args, store, overSsh) => {
    expect(await lookAtUser(exec(command, args))).toMatchObject({ store, overSsh, expiry: null });
  });

  it.each([
    ['--profile', exec('aws', ['--region', 'x', 'eks', 'get-token', '--cluster-name', 'c', '--profile', 'work'])],
    ['--profile=', exec('aws', ['eks', 'get-token', '--profile=work'])],
    ['AWS_PROFILE', exec('/usr/local/bin/aws', ['eks', 'get-token'], [{ name: 'AWS_PROFILE', value: 'work' }])],
  ])("goes by the AWS CLI's login of the profile that %s names", async (_how, user) => {
    const session = { accessToken: canary, expiresAt: '2026-09-10T12:20:00Z' };
    const credential = await lookAtUser(user, {
      '~/.aws/config': '[profile work]\nsso_session = s\n[sso-session s]\n',
      [`~/.aws/sso/cache/${ssoCacheName('s')}`]: session,
    });
    expect(credential).toMatchObject({
      tool: 'kubectl',
      account: 'u-context',
      status: 'expiring',
      expiry: { of: 'session', at: '2026-09-10T12:20:00.000Z' },
      reason: expect.stringContaining('aws for profile work'),
    });
  });

  it('breaks where the AWS profile asks aws-vault', async () => {
    const files = { '~/.aws/config': '[default]\ncredential_process = aws-vault exec default --json\n' };
    expect(await lookAtUser(exec('aws', ['eks', 'get-token']), files)).toMatchObject({ overSsh: 'breaks' });
  });

  it('goes by the logins of gcloud and of Azure CLI', async () => {
    const adc = { '~/.config/gcloud/application_default_credentials.json': { type: 'authorized_user' } };
    expect(await lookAtUser(exec('gke-gcloud-auth-plugin'), adc)).toMatchObject({ store: 'file', overSsh: 'survives' });
    await mac.at.mac.dispose();
    const azure = { '~/.azure/msal_token_cache.json': { Account: { a: { home_account_id: 'x', username: 'a@b.c' } } } };
    expect(await lookAtUser(exec('kubelogin', ['get-token', '-l', 'azurecli']), azure)).toMatchObject({
      store: 'file',
      reason: expect.stringContaining('msal_token_cache.json'),
    });
    await mac.at.mac.dispose();
    const broken = { ...adc, '~/.config/gcloud/credentials.db': 'no database' };
    expect(await lookAtUser(exec('gke-gcloud-auth-plugin'), broken)).toMatchObject({
      status: 'unreadable',
      reason: expect.stringContaining('credentials.db cannot be read'),
    });
  });

  it('tells the other ways to log in', async () => {
    await withUsers([
      { name: 'a', user: { tokenFile: 'token' } },
      { name: 'b', user: { 'auth-provider': { name: 'gcp', config: { 'access-token': canary } } } },
      { name: 'c', user: {} },
    ]);
    expect(await mac.look()).toMatchObject([
      { store: 'file', reason: expect.stringContaining('/Users/alice/.kube/token') },
      { store: 'file', reason: expect.stringContaining('gcp') },
      { store: 'none', status: 'signed-out' },
    ]);
  });

  it.each([
    ['with users that are none', Buffer.from('users: x')] as const,
    [
      'an alias bomb',
      Buffer.from(
        `a: &a [x,x]\n${[...'bcdefghij'].map((to, i) => `${to}: &${to} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n')}`,
      ),
    ] as const,
  ])('is unreadable, with the reason, when its file is %s', async (_what, content) => {
    await make();
    mac.write(configPath, content);
    expect(await mac.look()).toMatchObject([
      { status: 'unreadable', expiry: null, reason: expect.stringContaining(configPath) },
    ]);
  });

  it('is unreadable when its file is a link to nowhere, and tells the other files of KUBECONFIG', async () => {
    await make({
      environment: { KUBECONFIG: `${configPath}:/Users/alice/two` },
      files: { '~/two': kubeconfig([{ name: 'u', user: { token: canary } }]) },
    });
    mac.link(configPath, '/nowhere/at/all');
    expect(await mac.look()).toMatchObject([{ status: 'unreadable' }, { account: 'u-context' }]);
  });

  it('reads again only what has changed', async () => {
    await withUsers([{ name: 'u', user: { token: jwt({ exp: now / 1000 + 60 }) } }]);
    await mac.look();
    const parse = vi.spyOn(JSON, 'parse');
    await mac.tool.look();
    expect(parse).not.toHaveBeenCalled();
    mac.write(configPath, JSON.stringify(kubeconfig([{ name: 'w', user: { token: canary } }])));
    expect((await mac.look())[0]?.account).toBe('w-context');
  });
});
