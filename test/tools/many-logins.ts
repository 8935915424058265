import type { Scenario } from '../simulator/scenario';
import { dayMs, now } from './one-keychain';
import { throwAwayCertificate } from './throw-away-certificate';

const login = '/Users/alice/Library/Keychains/login.keychain-db';
const vault = '/Users/alice/Library/Keychains/aws-vault.keychain-db';

/** Stands in every secret, followed by whose it is. */
export const canary = 'CANARY';
const secret = (of: string) => `${canary}-${of}`;

const dockerLogin = Buffer.from(`alice:${secret('docker')}`).toString('base64');
const claims = Buffer.from(JSON.stringify({ exp: 1789900000, email: secret('claims') })).toString('base64url');
const token = `${secret('head')}.${claims}.${secret('signature')}`;
/** Secrets in which the canary cannot be seen. */
export const encodedSecrets = [dockerLogin, claims];

const generic = (service: string, account: string) =>
  ({ class: 'genp', service, account, data: secret(service) }) as const;
const internet = (server: string, account: string) =>
  ({ class: 'inet', server, account, data: secret(server) }) as const;

const kubeconfig = {
  apiVersion: 'v1',
  kind: 'Config',
  contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
  'current-context': 'c',
  users: [{ name: 'u', user: { token } }],
};

const azureCache = {
  AccessToken: { a: { secret: secret('azure'), home_account_id: 'u.t', expires_on: '1789056000' } },
  RefreshToken: { r: { secret: secret('azure'), home_account_id: 'u.t' } },
  IdToken: { i: { secret: secret('azure'), home_account_id: 'u.t' } },
  Account: { a: { home_account_id: 'u.t', username: 'alice@example.com' } },
};

const cookieJar = `---
- !ruby/object:HTTP::Cookie
  name: DES5c148586dfd
  value: ${secret('fastlane')}
  domain: idmsa.apple.com
  path: "/"
  expires:
  max_age: 2592000
  created_at: 2026-08-20 12:00:00.123456789 +00:00
`;

const files = {
  '~/.claude/.credentials.json': {
    claudeAiOauth: { accessToken: secret('claude'), refreshToken: secret('claude'), expiresAt: now + dayMs },
  },
  '~/.claude/settings.json': { env: { UNRELATED_KEY: secret('settings') } },
  '~/.config/gh/hosts.yml': `github.com:\n    oauth_token: ${secret('gh')}\n    user: octocat\n`,
  '~/.gitconfig': `[credential]\n\thelper = store\n[http]\n\textraHeader = ${secret('header')}\n`,
  '~/.git-credentials': `https://alice:${secret('git')}@git.example.com\n`,
  '~/.docker/config.json': { auths: { 'ghcr.io': { auth: dockerLogin } } },
  '~/.aws/config': `[profile work]\nsso_session = s\n[sso-session s]\nsso_start_url = https://example.awsapps.com/start\n`,
  '~/.aws/credentials': `[default]\naws_access_key_id = ${secret('aws')}\naws_secret_access_key = ${secret('aws')}\n`,
  '~/.config/gcloud/application_default_credentials.json': {
    type: 'authorized_user',
    client_secret: secret('gcloud'),
    refresh_token: secret('gcloud'),
  },
  '~/.azure/msal_token_cache.json': azureCache,
  '~/.azure/service_principal_entries.json': [{ client_id: 'app', tenant: 't', client_secret: secret('principal') }],
  '~/.kube/config': kubeconfig,
  '~/.npmrc': `//registry.example.com/:_authToken=${secret('npm')}\n`,
  '~/.yarnrc.yml': `npmAuthToken: ${secret('yarn')}\n`,
  '~/Library/Preferences/pnpm/rc': `//pnpm.example.com/:_authToken=${secret('pnpm')}\n`,
  '/opt/homebrew/bin/op': '',
  '~/.config/op/config': {
    accounts: [{ shorthand: 'my', url: 'https://my.example.com', accountKey: secret('op') }],
  },
  '~/private_keys/AuthKey_AAAA1111BB.p8': secret('notary'),
  '~/.fastlane/spaceship/dev@example.com/cookie': cookieJar,
  '/Applications/Visual Studio Code.app/Contents/Info.plist': '',
  '~/.vscode/cli/token.json': { p: 'github', c: secret('tunnel') },
  '~/Library/Application Support/Cursor/User/globalStorage/state.vscdb': secret('cursor'),
  '~/.cursor/cli-config.json': { authInfo: { token: secret('agent') } },
  '/Applications/Slack.app/Contents/Info.plist': '',
  '~/.slack/credentials.json': { T1: { token: secret('slack'), refresh_token: secret('slack'), team_domain: 'team' } },
  '~/.config/configstore/firebase-tools.json': {
    user: { email: 'alice@example.com' },
    tokens: { access_token: secret('firebase'), refresh_token: secret('firebase'), expires_at: now + dayMs },
  },
  '~/.codex/auth.json': { tokens: { access_token: token, refresh_token: secret('codex'), id_token: token } },
  '~/.gemini/oauth_creds.json': { access_token: secret('gemini'), refresh_token: secret('gemini') },
  '~/.copilot/config.json': {
    storeTokenPlaintext: true,
    copilotTokens: { 'https://github.com:octocat': secret('copilot') },
  },
};

const items = [
  generic('Claude Code-credentials', 'alice'),
  generic('gh:github.com', 'octocat'),
  generic('Code Safe Storage', 'Code Key'),
  generic('Cursor Safe Storage', 'Cursor Key'),
  generic('Slack Safe Storage', 'Slack Key'),
  generic('com.apple.gke.notary.tool', 'com.apple.gke.notary.tool.saved-creds.release'),
  internet('deliver.dev@example.com', 'dev@example.com'),
];

/** A Mac on which each tool of the registry has a login, and on which every secret is a canary. Its keychains are locked. */
export const manyLogins: Scenario = {
  now: new Date(now).toISOString(),
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
  keychains: [
    {
      path: login,
      password: 'p',
      isLogin: true,
      isDefault: true,
      items,
      certificates: [
        { pem: throwAwayCertificate({ name: 'Developer ID', startsAt: now - dayMs, endsAt: now + 90 * dayMs }) },
      ],
    },
    { path: vault, password: 'q', items: [generic('aws-vault', 'default')] },
  ],
  sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }],
  files,
  environment: { FASTLANE_PASSWORD: secret('variable'), YARN_NPM_AUTH_TOKEN: secret('variable') },
};
