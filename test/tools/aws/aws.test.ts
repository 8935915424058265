import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAws } from '../../../electron/tools/aws/aws';
import { loginCacheName, ssoCacheName } from '../../../electron/tools/aws/aws-caches';
import type { Scenario } from '../../simulator/parsing/scenario';
import { canary, now } from '../one-keychain';
import { type ToolOnMac, toolOnMac } from '../tool-on-mac';

const home = '/Users/alice';
const ssoCache = `${home}/.aws/sso/cache`;
const startUrl = 'https://example.awsapps.com/start';

const ssoConfig = `[default]
region = us-east-1

[profile work]
sso_session = my-sso
sso_account_id = 111122223333
sso_role_name = Admin
s3 =
    max_concurrent_requests = 20

[profile "work too"]
sso_session=my-sso

[profile old]
sso_start_url = ${startUrl}

[sso-session my-sso]
sso_start_url = ${startUrl}
`;

const ssoToken = (changes: object = {}) => ({
  startUrl,
  region: 'us-east-1',
  accessToken: canary,
  expiresAt: '2026-09-10T16:00:00Z',
  clientId: canary,
  clientSecret: canary,
  registrationExpiresAt: '2026-12-01T00:00:00Z',
  refreshToken: canary,
  ...changes,
});

let mac: ToolOnMac;
const make = async (scenario: Partial<Scenario> = {}) => {
  mac = await toolOnMac(createAws, scenario);
  return mac;
};
const withFiles = (files: Scenario['files'] = {}) => make({ files });
afterEach(() => mac.at.mac.dispose());
const only = async (at = now) => {
  const credentials = await mac.look(at);
  expect(credentials).toHaveLength(1);
  return credentials[0];
};

describe('the AWS CLI', () => {
  it('is signed out when its files name no login', async () => {
    await withFiles({ '~/.aws/config': '[default]\nregion = eu-west-1\n' });
    expect(await only()).toMatchObject({ installed: true, store: 'none', status: 'signed-out' });
  });

  it('names the cache files as botocore does', () => {
    expect(ssoCacheName('my-sso')).toBe('0ad374308c5a4e22f723adf10145eafad7c4031c.json');
    expect(ssoCacheName(startUrl)).toBe('e8be5486177c5b5392bd9aa76563515b29358e6e.json');
  });

  it('tells one login for all profiles of an SSO session, and one for a start URL', async () => {
    await withFiles({
      '~/.aws/config': ssoConfig,
      [`${ssoCache}/${ssoCacheName('my-sso')}`]: ssoToken(),
      [`${ssoCache}/${ssoCacheName(startUrl)}`]: ssoToken({
        expiresAt: '2026-09-10T12:20:00UTC',
        refreshToken: undefined,
      }),
    });
    expect(await mac.look()).toMatchObject([
      {
        account: 'my-sso',
        store: 'file',
        overSsh: 'survives',
        status: 'valid',
        expiry: { of: 'session', at: '2026-12-01T00:00:00.000Z' },
      },
      { account: startUrl, status: 'expiring', expiry: { of: 'session', at: '2026-09-10T12:20:00.000Z' } },
    ]);
    const later = await mac.look(Date.UTC(2026, 8, 11));
    expect(later.map(({ status }) => status)).toEqual(['renews-itself', 'expired']);
    expect(later[1]).toMatchObject({ symptom: expect.stringContaining('The SSO session associated') });
    expect((await mac.look(Date.UTC(2027, 0)))[0]?.status).toBe('expired');
  });

  it('is signed out of an SSO session that has no cache file', async () => {
    await withFiles({ '~/.aws/config': ssoConfig });
    expect((await mac.look())[0]).toMatchObject({
      store: 'none',
      status: 'signed-out',
      reason: expect.stringContaining('aws sso login --profile work'),
      symptom: 'Error loading SSO Token: Token for my-sso does not exist',
    });
  });

  it('finds the token of aws login by the hash of its session', async () => {
    const session = 'arn:aws:sts::111122223333:assumed-role/Admin/alice';
    const token = {
      accessToken: { accessKeyId: canary, secretAccessKey: canary, expiresAt: '2026-09-10T12:15:00Z' },
      refreshToken: canary,
      idToken: canary,
      dpopKey: canary,
    };
    await withFiles({
      '~/.aws/config': `[profile console]\nlogin_session = ${session}\n`,
      [`~/.aws/login/cache/${loginCacheName(session)}`]: token,
    });
    expect(await only()).toMatchObject({ account: 'console', status: 'valid', expiry: { of: 'access-token' } });
    expect(await only(now + 3_600_000)).toMatchObject({ status: 'renews-itself' });
  });

  it('uses keys in a file, which have no end date', async () => {
    await withFiles({
      '~/.aws/credentials': `[default]\naws_access_key_id = ${canary}\naws_secret_access_key = ${canary}\n`,
    });
    expect(await only()).toMatchObject({ account: 'default', store: 'file', overSsh: 'survives', expiry: null });
    expect((await only())?.reason).toContain('/Users/alice/.aws/credentials');
  });

  it.each([
    ['/opt/homebrew/bin/aws-vault exec x --json', { store: 'other-keychain', overSsh: 'breaks' }],
    ['"/usr/local/bin/granted" credential-process', { store: 'login-keychain', overSsh: 'breaks' }],
    ['op plugin run', { store: 'desktop-app', overSsh: 'breaks' }],
    [`/Users/alice/bin/mine --password ${canary}`, { store: 'unknown', overSsh: 'unknown' }],
  ])('follows the program of credential_process: %s', async (command, expected) => {
    await withFiles({ '~/.aws/config': `[profile p]\ncredential_process = ${command}\n` });
    expect(await only()).toMatchObject({ account: 'p', expiry: null, ...expected });
  });

  it('tells when the role ends that an MFA code opened, from the role cache', async () => {
    await withFiles({
      '~/.aws/config':
        '[profile admin]\nrole_arn = arn:aws:iam::1234:role/team/Admin\nsource_profile = base\nmfa_serial = arn:aws:iam::1234:mfa/a\n' +
        '[profile plain]\nrole_arn = arn:aws:iam::1234:role/Other\nsource_profile = base\n',
      '~/.aws/credentials': `[base]\naws_access_key_id=${canary}\naws_secret_access_key=${canary}\n`,
      '~/.aws/cli/cache/aaaa.json': {
        Credentials: {
          AccessKeyId: canary,
          SecretAccessKey: canary,
          SessionToken: canary,
          Expiration: '2026-09-10T13:00:00+00:00',
        },
        AssumedRoleUser: { Arn: 'arn:aws:sts::1234:assumed-role/Admin/botocore-session-1' },
      },
      '~/.aws/cli/cache/torn.json': '{"Cred',
      '~/.aws/cli/cache/session.db': 'SQLite format 3',
      '~/.aws/cli/cache/sso.json': { ProviderType: 'sso', Credentials: { Expiration: '2026-09-10T13:00:00Z' } },
    });
    const credentials = await mac.look();
    expect(credentials.map(({ account }) => account)).toEqual(['torn.json', 'admin', 'base']);
    expect(credentials[1]).toMatchObject({
      status: 'valid',
      expiry: { of: 'session', at: '2026-09-10T13:00:00.000Z' },
    });
  });

  it('does not go round in circles when roles name each other', async () => {
    await withFiles({
      '~/.aws/config':
        '[profile a]\nrole_arn=x\nsource_profile=b\nmfa_serial=m\n[profile b]\nrole_arn=y\nsource_profile=a\nmfa_serial=m\n',
    });
    expect((await mac.look()).map(({ overSsh }) => overSsh)).toEqual(['unknown', 'unknown']);
  });

  it('names the variables that come before any profile', async () => {
    await make({
      environment: {
        AWS_ACCESS_KEY_ID: canary,
        AWS_SECRET_ACCESS_KEY: canary,
        AWS_CREDENTIAL_EXPIRATION: '2026-09-10T12:10:00Z',
      },
    });
    expect(await only()).toMatchObject({ store: 'environment', overSsh: 'survives', status: 'expiring' });
  });

  it('uses the token file that variables name, unless they hold keys', async () => {
    const environment = { AWS_WEB_IDENTITY_TOKEN_FILE: '/t', AWS_ROLE_ARN: 'arn:aws:iam::1:role/r' };
    await make({ environment });
    expect(await only()).toMatchObject({ account: 'AWS_WEB_IDENTITY_TOKEN_FILE', overSsh: 'survives' });
    await mac.dispose();
    await make({ environment: { ...environment, AWS_ACCESS_KEY_ID: canary } });
    expect(await only()).toMatchObject({ account: 'AWS_ACCESS_KEY_ID' });
    await mac.dispose();
    await make({ environment: { AWS_WEB_IDENTITY_TOKEN_FILE: '/t' } });
    expect(await only()).toMatchObject({ installed: false });
  });

  it('tells fifty logins at most', async () => {
    const keys = `aws_access_key_id=${canary}\naws_secret_access_key=${canary}\n`;
    await withFiles({ '~/.aws/credentials': Array.from({ length: 90 }, (_, n) => `[p${n}]\n${keys}`).join('') });
    expect(await mac.look()).toHaveLength(50);
  });
});

describe("the AWS CLI's files", () => {
  it('are unreadable when a time is of the wrong kind, or a file a link to nowhere', async () => {
    await withFiles({
      '~/.aws/config': ssoConfig,
      [`${ssoCache}/${ssoCacheName('my-sso')}`]: ssoToken({ expiresAt: 5 }),
    });
    expect((await mac.look())[0]).toMatchObject({ status: 'unreadable' });
    mac.link(`${home}/.aws/config`, '/nowhere/at/all');
    expect(await only()).toMatchObject({ status: 'unreadable', reason: expect.stringContaining('link to nowhere') });
  });

  it('are parsed again only when one changes', async () => {
    await withFiles({ '~/.aws/config': ssoConfig, [`${ssoCache}/${ssoCacheName('my-sso')}`]: ssoToken() });
    await mac.look();
    const parse = vi.spyOn(JSON, 'parse');
    await mac.tool.look();
    expect(parse).not.toHaveBeenCalled();
    mac.write(`${ssoCache}/${ssoCacheName('my-sso')}`, JSON.stringify(ssoToken({ refreshToken: undefined })));
    expect((await mac.look())[0]?.expiry?.at).toBe('2026-09-10T16:00:00.000Z');
  });
});
