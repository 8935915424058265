import { createHash } from 'node:crypto';
import type { ToolId } from '../../electron/tools/registry';
import { secretOf, variableSecret } from './canaries';
import { base64, genericItem, internetItem, type ToolLogins } from './logins';
import { dayMs, now } from './one-keychain';

const inOneDay = new Date(now + dayMs).toISOString();
const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');

const docker: ToolLogins = {
  files: {
    '~/.docker/config.json': {
      auths: {
        'ghcr.io': { auth: base64(`alice:${secretOf('docker', 'auth')}`), password: secretOf('docker', 'password') },
        'https://index.docker.io/v1/': { identitytoken: secretOf('docker', 'identity') },
        'registry.example.com': { registrytoken: secretOf('docker', 'registry') },
      },
      HttpHeaders: { 'X-Meta': secretOf('docker', 'header') },
    },
  },
  items: [
    internetItem('https://index.docker.io/v1/', 'alice', secretOf('docker', 'item')),
    internetItem('https://index.docker.io/v1/access-token', 'alice', secretOf('docker', 'access-item')),
    internetItem('https://index.docker.io/v1/refresh-token', 'alice', secretOf('docker', 'refresh-item')),
  ],
};

const loginSession = 'arn:aws:iam::1:user/alice';
const aws: ToolLogins = {
  files: {
    '~/.aws/config': [
      ...['[default]', `aws_access_key_id = ${secretOf('aws', 'config-key')}`],
      ...['[profile work]', 'sso_session = s'],
      ...['[profile other]', `credential_process = /usr/bin/other --token ${secretOf('aws', 'process-argument')}`],
      ...['[profile console]', `login_session = ${loginSession}`],
      ...['[sso-session s]', 'sso_start_url = https://example.awsapps.com/start', ''],
    ].join('\n'),
    '~/.aws/credentials': [
      ...['[default]', `aws_access_key_id = ${secretOf('aws', 'key-id')}`],
      `aws_secret_access_key = ${secretOf('aws', 'key')}`,
      ...[`aws_session_token = ${secretOf('aws', 'session-token')}`, ''],
    ].join('\n'),
    [`~/.aws/sso/cache/${sha1('s')}.json`]: {
      startUrl: 'https://example.awsapps.com/start',
      accessToken: secretOf('aws', 'sso-access'),
      refreshToken: secretOf('aws', 'sso-refresh'),
      clientSecret: secretOf('aws', 'sso-client'),
      expiresAt: inOneDay,
    },
    [`~/.aws/cli/cache/${sha1('role')}.json`]: {
      ProviderType: 'assume-role',
      Credentials: {
        AccessKeyId: secretOf('aws', 'role-key-id'),
        SecretAccessKey: secretOf('aws', 'role-key'),
        SessionToken: secretOf('aws', 'role-token'),
        Expiration: inOneDay,
      },
    },
    [`~/.aws/login/cache/${createHash('sha256').update(loginSession).digest('hex')}.json`]: {
      accessToken: {
        secretAccessKey: secretOf('aws', 'login-key'),
        sessionToken: secretOf('aws', 'login-token'),
        expiresAt: inOneDay,
      },
      refreshToken: secretOf('aws', 'login-refresh'),
      idToken: secretOf('aws', 'login-id'),
      dpopKey: secretOf('aws', 'login-dpop'),
    },
  },
};

const awsVault: ToolLogins = {
  files: { '~/.awsvault/keys/default': secretOf('aws-vault', 'key-file') },
  ownItems: [
    genericItem('aws-vault', 'default', { AccessKeyID: 'AKIA', SecretAccessKey: secretOf('aws-vault', 'item') }),
    genericItem('aws-vault', 'sts.GetSessionToken,ZGVmYXVsdA,,1789056000', secretOf('aws-vault', 'session-item')),
  ],
};

const gcloud: ToolLogins = {
  files: {
    '~/.config/gcloud/application_default_credentials.json': {
      type: 'authorized_user',
      client_secret: secretOf('gcloud', 'default-client'),
      refresh_token: secretOf('gcloud', 'default-refresh'),
    },
    '~/.config/gcloud/legacy_credentials/alice@example.com/adc.json': {
      refresh_token: secretOf('gcloud', 'legacy-refresh'),
    },
  },
  databases: {
    '~/.config/gcloud/credentials.db': [
      'CREATE TABLE "credentials" (account_id TEXT PRIMARY KEY, value BLOB)',
      `INSERT INTO credentials VALUES ('alice@example.com', '{"refresh_token":"${secretOf('gcloud', 'stored-refresh')}"}')`,
    ],
    '~/.config/gcloud/access_tokens.db': [
      'CREATE TABLE "access_tokens" (account_id TEXT PRIMARY KEY, access_token TEXT, token_expiry TIMESTAMP, rapt_token TEXT, id_token TEXT)',
      `INSERT INTO access_tokens VALUES ('alice@example.com', '${secretOf('gcloud', 'access')}', '2026-09-10 13:00:00', '${secretOf('gcloud', 'reauthentication')}', '${secretOf('gcloud', 'id')}')`,
    ],
  },
};

const account = { home_account_id: 'u.t' };
const azure: ToolLogins = {
  files: {
    '~/.azure/msal_token_cache.json': {
      AccessToken: { a: { ...account, secret: secretOf('azure', 'access'), expires_on: '1789056000' } },
      RefreshToken: { r: { ...account, secret: secretOf('azure', 'refresh') } },
      IdToken: { i: { ...account, secret: secretOf('azure', 'id') } },
      Account: { a: { ...account, username: 'alice@example.com' } },
    },
    '~/.azure/service_principal_entries.json': [
      { client_id: 'app', tenant: 't', client_secret: secretOf('azure', 'principal') },
    ],
  },
  items: [genericItem('Microsoft Azure CLI', 'Token cache', secretOf('azure', 'item'))],
};

const user = (name: string, value: object) => ({ name, user: value });
const kubectl: ToolLogins = {
  files: {
    '~/.kube/config': {
      apiVersion: 'v1',
      kind: 'Config',
      contexts: ['token', 'file', 'password', 'plugin', 'provider'].map((name) => ({
        name,
        context: { cluster: 'c', user: name },
      })),
      'current-context': 'token',
      users: [
        user('token', { token: secretOf('kubectl', 'token'), 'client-key-data': base64(secretOf('kubectl', 'key')) }),
        user('file', { tokenFile: '/Users/alice/.kube/token' }),
        user('password', { username: 'alice', password: secretOf('kubectl', 'password') }),
        user('plugin', {
          exec: {
            command: 'plugin',
            args: ['--token', secretOf('kubectl', 'plugin-argument')],
            env: [{ name: 'PLUGIN_TOKEN', value: secretOf('kubectl', 'plugin-variable') }],
          },
        }),
        user('provider', {
          'auth-provider': {
            name: 'oidc',
            config: {
              'id-token': secretOf('kubectl', 'provider-access'),
              'refresh-token': secretOf('kubectl', 'provider-refresh'),
              'client-secret': secretOf('kubectl', 'provider-client'),
            },
          },
        }),
      ],
    },
    '~/.kube/token': secretOf('kubectl', 'token-file'),
  },
};

const firebase: ToolLogins = {
  files: {
    '~/.config/configstore/firebase-tools.json': {
      user: { email: 'alice@example.com' },
      tokens: {
        access_token: secretOf('firebase', 'access'),
        refresh_token: secretOf('firebase', 'refresh'),
        id_token: secretOf('firebase', 'id'),
        expires_at: now + dayMs,
      },
      additionalAccounts: [
        { user: { email: 'bob@example.com' }, tokens: { refresh_token: secretOf('firebase', 'other-refresh') } },
      ],
    },
  },
  environment: { FIREBASE_TOKEN: variableSecret('FIREBASE_TOKEN') },
};

/** Clouds and what runs in them. */
export const cloudLogins = {
  ...{ docker, aws, 'aws-vault': awsVault, gcloud, azure, kubectl, firebase },
} satisfies Partial<Record<ToolId, ToolLogins>>;
