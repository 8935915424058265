import { createHash } from 'node:crypto';
import type { ToolId } from '../../electron/tools/registry';
import type { ScenarioProcess } from '../simulator/parsing/scenario';
import { longTime } from '../simulator/parsing/time-texts';
import { canary, dayMs, now } from './one-keychain';
import { certificate, database, json, npmrc, type ReadFile, text } from './read-files';
import { rowFixtures } from './row-fixtures';

export interface HostileFixture {
  /** By macOS path: all that the look reads. */
  readonly files: Readonly<Record<string, ReadFile>>;
  /** Files that only have to be there. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly processes?: readonly ScenarioProcess[];
}

const home = '/Users/alice';
const hash = (kind: 'sha1' | 'sha256', name: string) => createHash(kind).update(name).digest('hex');

const claudeLogin = { claudeAiOauth: { accessToken: canary, refreshToken: canary, expiresAt: now + dayMs } };
const settings = json({ env: { UNRELATED: canary } }, '{"env":[]}', '{"apiKeyHelper":5}');
const awsConfig = text(
  '[default]\nsso_session = s\n[profile l]\nlogin_session = l\n[profile r]\nrole_arn = arn:aws:iam::1:role/r\nsource_profile = default\nmfa_serial = m\n',
  '[default]\nsso_se',
  '{}',
);
const kubeconfig = JSON.stringify({
  contexts: ['c', 'a'].map((name) => ({ name, context: { user: name } })),
  users: [
    { name: 'c', user: { 'client-certificate': 'client.pem' } },
    { name: 'a', user: { exec: { command: 'aws' } } },
  ],
});
const sessionStartedAt = now - dayMs;

/** What each tool reads; the type asks for an entry for each of the registry. */
export const hostileFixtures: Readonly<Record<ToolId, () => HostileFixture>> = {
  ...rowFixtures,
  'claude-code': () => ({
    files: {
      [`${home}/.claude/.credentials.json`]: json(claudeLogin, '{"claudeAiOauth":[]}'),
      [`${home}/.claude.json`]: json({ oauthAccount: { accountUuid: 'x' } }, '{"oauthAccount":5}'),
      [`${home}/.claude/settings.json`]: settings,
      [`${home}/.claude-work/.config.json`]: json({ oauthAccount: { accountUuid: 'x' } }),
      [`${home}/.claude-work/.credentials.json`]: json(claudeLogin),
      [`${home}/src/app/.claude/settings.json`]: settings,
      [`${home}/src/app/.claude/settings.local.json`]: settings,
      '/Library/Application Support/ClaudeCode/managed-settings.json': settings,
      '/Library/Application Support/ClaudeCode/managed-settings.d/10-login.json': settings,
      [`${home}/.config/anthropic/active_config`]: text('work', null, '../work'),
      [`${home}/.config/anthropic/configs/work.json`]: json({ authentication: { type: 'user_oauth' } }),
    },
    beside: {
      '~/.claude/sessions/101.json': {
        pid: 101,
        cwd: `${home}/src/app`,
        procStart: longTime(sessionStartedAt),
        kind: 'interactive',
      },
    },
    processes: [{ pid: 101, startedAt: sessionStartedAt, tty: 'ttys001', command: 'claude' }],
  }),
  gh: () => ({
    files: {
      [`${home}/.config/gh/hosts.yml`]: text(
        `github.com:\n    users:\n        octocat:\n            oauth_token: ${canary}\n    user: octocat\n    oauth_token: "${canary}"\n`,
        'github.com:\n    oauth_token: "gho',
        `- ${canary}`,
        `github.com: ${canary}`,
      ),
    },
  }),
  git: () => ({
    files: {
      [`${home}/.gitconfig`]: text(
        '[include]\n\tpath = .gitconfig-more\n[credential "https://github.com"]\n\thelper = \n\thelper = !gh auth git-credential\n',
        '[credential "https://gi',
        '{"a": 1}',
      ),
      [`${home}/.gitconfig-more`]: text('[credential]\n\thelper = store\n', '[credential', '{"a": 1}'),
      [`${home}/.config/git/config`]: text('[user]\n\tname = Alice\n', '[user', '{"a": 1}'),
      '/opt/homebrew/etc/gitconfig': text('[core]\n\tbare = false\n', '[core', '{"a": 1}'),
      [`${home}/.ssh/config`]: text('Host *\n  UseKeychain yes\n', 'Host *\n  UseKeych', '{"a": 1}'),
      [`${home}/.git-credentials`]: text(`https://a:${canary}@example.com\n`, 'https://a:', '{"a": 1}'),
      [`${home}/.config/gh/hosts.yml`]: text('github.com:\n    user: octocat\n', 'github.com:\n    user: "oc', '- x'),
    },
    beside: { '/opt/homebrew/bin/git': '' },
  }),
  docker: () => ({
    files: {
      [`${home}/.docker/config.json`]: json({ auths: { 'ghcr.io': { auth: canary } } }, '{"auths":[]}'),
    },
  }),
  aws: () => ({
    files: {
      [`${home}/.aws/config`]: awsConfig,
      [`${home}/.aws/credentials`]: text(
        `[k]\naws_access_key_id = ${canary}\naws_secret_access_key = ${canary}\n`,
        '[k]\naws_acc',
        '[]',
      ),
      [`${home}/.aws/sso/cache/${hash('sha1', 's')}.json`]: json(
        { accessToken: canary, expiresAt: '2026-09-10T16:00:00Z' },
        '{"accessToken":5,"expiresAt":5}',
      ),
      [`${home}/.aws/login/cache/${hash('sha256', 'l')}.json`]: json(
        { accessToken: { expiresAt: '2026-09-10T16:00:00Z' } },
        '{"accessToken":"x"}',
      ),
      [`${home}/.aws/cli/cache/r.json`]: json(
        {
          Credentials: { AccessKeyId: canary, Expiration: '2026-09-10T16:00:00Z' },
          AssumedRoleUser: { Arn: 'arn:aws:sts::1:assumed-role/r/s' },
        },
        '{"Credentials":5}',
      ),
    },
  }),
  'aws-vault': () => ({ files: { [`${home}/.aws/config`]: awsConfig }, beside: { '~/.awsvault/keys/work': canary } }),
  gcloud: () => ({
    files: {
      [`${home}/.config/gcloud/credentials.db`]: database(
        'CREATE TABLE credentials (account_id TEXT PRIMARY KEY, value BLOB)',
        `INSERT INTO credentials VALUES ('a@example.com', '${canary}')`,
      ),
      [`${home}/.config/gcloud/access_tokens.db`]: database(
        'CREATE TABLE access_tokens (account_id TEXT PRIMARY KEY, access_token TEXT, token_expiry TIMESTAMP)',
        `INSERT INTO access_tokens VALUES ('a@example.com', '${canary}', '2026-09-10 16:00:00')`,
      ),
      [`${home}/.config/gcloud/application_default_credentials.json`]: json(
        { type: 'authorized_user', refresh_token: canary },
        '{"type":5}',
      ),
    },
  }),
  azure: () => ({
    files: {
      [`${home}/.azure/msal_token_cache.json`]: json(
        { RefreshToken: { r: { secret: canary, home_account_id: 'u.t' } } },
        '{"AccessToken":[1]}',
      ),
      [`${home}/.azure/service_principal_entries.json`]: json([{ client_id: 'app', client_secret: canary }], '{}'),
      [`${home}/.azure/config`]: text('[core]\nencrypt_token_cache = false\n', '[core]\nencrypt_tok', '{}'),
    },
  }),
  kubectl: () => ({
    files: {
      [`${home}/.kube/config`]: text(kubeconfig, kubeconfig.slice(0, 100), '[]', 'users: x'),
      [`${home}/.kube/client.pem`]: certificate(),
      [`${home}/.aws/config`]: text(
        '[default]\naws_secret_access_key = x\naws_access_key_id = y\n',
        '[default]\naw',
        '{}',
      ),
    },
  }),
  npm: () => ({
    files: {
      [`${home}/.npmrc`]: {
        ...npmrc('one'),
        whole: `//one.example.com/:certfile=${home}/client.pem\n//one.example.com/:keyfile=${home}/client.key\n`,
      },
      '/opt/homebrew/etc/npmrc': npmrc('two'),
      '/usr/local/etc/npmrc': npmrc('three'),
      [`${home}/client.pem`]: certificate(),
    },
  }),
  yarn: () => ({
    files: {
      [`${home}/.yarnrc.yml`]: text(`npmAuthToken: "${canary}"\n`, 'npmAuthToken: "np', '- x', 'npmScopes: [1]'),
      [`${home}/.npmrc`]: npmrc('one'),
    },
    beside: { '~/.yarnrc': '' },
  }),
  pnpm: () => ({
    files: {
      [`${home}/Library/Preferences/pnpm/auth.ini`]: npmrc('one'),
      [`${home}/Library/Preferences/pnpm/config.yaml`]: text(
        `_auth:\n  "https://two.example.com":\n    token: "${canary}"\n`,
        '_auth:\n  "https',
        '- x',
        '_auth: x',
      ),
      [`${home}/Library/Preferences/pnpm/rc`]: npmrc('three'),
      [`${home}/.npmrc`]: npmrc('four'),
    },
  }),
  onepassword: () => ({
    files: {
      [`${home}/.config/op/config`]: json(
        { accounts: [{ shorthand: 'my', accountKey: canary }] },
        '{"accounts":"x"}',
        '{"accounts":[1]}',
      ),
    },
    beside: { '/opt/homebrew/bin/op': '' },
  }),
  // An identity and its certificate are told by the security tool.
  codesign: () => ({ files: {} }),
  notarytool: () => ({ files: {}, beside: { '~/private_keys/AuthKey_AAAA1111BB.p8': canary } }),
  fastlane: () => ({
    files: {
      [`${home}/.fastlane/spaceship/dev@example.com/cookie`]: text(
        `- name: myacinfo\n  value: "${canary}"\n`,
        '- name: "mya',
        'not: a list',
        '- x',
      ),
    },
  }),
  vscode: () => ({ files: {}, beside: { '~/.vscode/cli/token.json': canary, '~/.vscode-server/data/x': '' } }),
  cursor: () => ({
    files: { [`${home}/.cursor/cli-config.json`]: json({ authInfo: { email: 'a' } }, '{"authInfo":"x"}') },
    beside: { '~/Library/Application Support/Cursor/User/globalStorage/state.vscdb': canary },
  }),
  'electron-apps': () => ({ files: {}, beside: { '/Applications/Slack.app/Contents/Info.plist': '' } }),
  slack: () => ({
    files: { [`${home}/.slack/credentials.json`]: json({ T1: { token: canary, team_domain: 'team' } }, '{"T1":5}') },
  }),
  firebase: () => ({
    files: {
      [`${home}/.config/configstore/firebase-tools.json`]: json(
        { user: { email: 'a@example.com' }, tokens: { refresh_token: canary } },
        '{"tokens":5}',
      ),
    },
    beside: { '/opt/homebrew/bin/firebase': '' },
  }),
  codex: () => ({
    files: {
      [`${home}/.codex/auth.json`]: json({ tokens: { access_token: canary } }, '{"tokens":[]}'),
      [`${home}/.codex/config.toml`]: text('model = "x"\n', 'model = "', 'cli_auth_credentials_store = 5'),
    },
  }),
  gemini: () => ({
    files: {
      [`${home}/.gemini/oauth_creds.json`]: json({ refresh_token: canary }, '{"refresh_token":5}'),
      [`${home}/.gemini/settings.json`]: json({ theme: 'x' }, '[]'),
      [`${home}/.gemini/google_accounts.json`]: json({ active: 'a@example.com' }, '[]', '{"active":5}'),
      [`${home}/.gemini/.env`]: text(`GEMINI_API_KEY=${canary}\n`, null),
    },
  }),
  copilot: () => ({
    files: {
      [`${home}/.copilot/config.json`]: json(
        { copilotTokens: { 'https://github.com:o': canary } },
        '{"copilotTokens":5}',
      ),
      [`${home}/.copilot/settings.json`]: json({ storeTokenPlaintext: true }, '[]'),
      [`${home}/.config/github-copilot/apps.json`]: json(
        { 'github.com:x': { user: 'o', oauth_token: canary } },
        '{"a":5}',
      ),
    },
  }),
};

/** What is only read where other files of the tool are not. */
export const furtherFixtures: readonly (readonly [ToolId, () => HostileFixture])[] = [
  [
    'claude-code',
    () => ({
      files: {
        '/Library/Managed Preferences/alice/com.anthropic.claudecode.plist': text(
          '<plist><dict><key>model</key><string>opus</string></dict></plist>',
          '<plist><dict><key>mod',
          '<plist><dict><key>env</key><string>x</string></dict></plist>',
          '{}',
        ),
        [`${home}/.claude/.credentials.json`]: json(claudeLogin),
      },
    }),
  ],
];
