import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCredentialTools, type ToolId } from '../../electron/tools/registry';
import { projectFolder } from '../project-files';
import { loginKeychain, macWithDoors } from '../system/simulated-doors';
import { generic, internet, now } from './one-keychain';

/** What the tools themselves print, as somebody would search for it. */
const errors: Readonly<Record<ToolId, readonly string[]>> = {
  'claude-code': [
    'Not logged in · Please run /login',
    'Missing API key · Run /login',
    'Login expired · Please run /login',
    'Failed to authenticate: OAuth session expired and could not be refreshed',
    'OAuth token has expired · Please run /login',
    'OAuth token revoked · Please run /login',
    'Please run /login · API Error: 401 Invalid authentication credentials',
    'Your login expires in 3 days · run /login to renew',
    'Login: Expired — log in again',
    'Failed to refresh OAuth token: another Claude Code process is refreshing it or exited mid-refresh',
  ],
  gh: [
    'X Failed to log in to github.com account octocat (default)',
    'The token in default is invalid.',
    'timeout while trying to get secret from keyring',
  ],
  git: [
    'fatal: failed to get: -25308',
    "fatal: could not read Username for 'https://github.com': Device not configured",
    'fatal: Interaction with the Security Server is not allowed.',
    'git@github.com: Permission denied (publickey).',
  ],
  docker: [
    'error getting credentials - err: exit status 1',
    'keychain cannot be accessed because the current session does not allow user interaction.',
    'error storing credentials - err: exit status 1',
    'User interaction is not allowed.',
  ],
  aws: [
    'Error loading SSO Token: Token for my-sso does not exist',
    'The SSO session associated with this profile has expired or is otherwise invalid',
    "Your session has expired. Please reauthenticate using 'aws login'.",
  ],
  'aws-vault': [
    'aws-vault: error: exec: Failed to get credentials for work: User interaction is not allowed. (-25308)',
  ],
  gcloud: ['Reauthentication failed.', 'Reauthentication required'],
  azure: ['User interaction is not allowed. (-25308)'],
  kubectl: ['You must be logged in to the server (Unauthorized)', 'exec: executable gke-gcloud-auth-plugin not found'],
  npm: ['npm error code ENEEDAUTH', 'npm error code E401', 'npm error code E403'],
  yarn: ['YN0041: Invalid authentication'],
  pnpm: ['ERR_PNPM_FETCH_401'],
  onepassword: [
    'error initializing client: connecting to desktop app',
    'No accounts configured for use with 1Password CLI.',
  ],
  codesign: ['errSecInternalComponent', 'User interaction is not allowed.'],
  notarytool: ['Error: No Keychain password item found for profile', 'keychainLocked(keychainName: "default")'],
  fastlane: [
    'Missing password for user dev@example.com, and running in non-interactive shell',
    'Neither the MATCH_PASSWORD environment variable nor the local keychain contained a password.',
  ],
  vscode: ['Error reading token from keyring, getting a new one'],
  cursor: [
    'Error: Your macOS login keychain is locked.',
    'Run security unlock-keychain and try again.',
    'Not logged in',
  ],
  'electron-apps': ['User interaction is not allowed.'],
  slack: ['not_authed'],
  firebase: ['Failed to authenticate, have you run firebase login?'],
  codex: ['failed to load CLI auth from keyring: User interaction is not allowed.', 'Not logged in'],
  gemini: ['Code Assist login required.', 'Please set an Auth method in your settings.json'],
  copilot: ['Error: No authentication information found.'],
  wrangler: [
    'Failed to read key from macOS Keychain (exit 36): …',
    "In a non-interactive environment, it's necessary to set a CLOUDFLARE_API_TOKEN",
  ],
  vercel: ['No existing credentials found. Please log in'],
  'buildkite-agent': [],
  netlify: [],
  fly: ["Error: No access token available. Please login with 'flyctl auth login'"],
  vault: ['missing client token'],
  terraform: ['Error: Required token could not be found'],
  pulumi: ['error: PULUMI_ACCESS_TOKEN must be set for login during non-interactive CLI sessions'],
  twilio: [],
  huggingface: [
    'Token is required (`token=True`), but no token found. You need to provide a token or be logged in to Hugging Face',
  ],
  sentry: ['Auth token is required for this request.'],
  glab: ['No token found (checked config file, keyring, and environment variables).'],
  'aws-sso-cli': ['Must run aws-sso login before running'],
  saml2aws: ['User interaction is not allowed.'],
  tart: [
    'Keychain returned unsuccessful status -25308',
    'Keychain failed to update item: User interaction is not allowed.',
  ],
  buildkite: [
    'Error: OAuth login requires an available credential store',
    'Error: failed to store token in keychain: x',
  ],
  gws: ['Failed to decrypt credentials: Decryption failed.', 'Access denied. No credentials provided.'],
  supabase: ['Access token not provided. Supply an access token by running supabase login'],
  heroku: ['Failed to retrieve token from macOS Keychain: x', 'Error: not logged in'],
  doppler: ['Unable to retrieve value from system keyring', 'Token not found in system keyring'],
  infisical: [
    'System keyring could not be used, switching to file vault',
    'You must be logged in to run this command.',
  ],
  linear: ['No system keyring found.'],
  stripe: ['login is required', '(!) Livemode value found for the field live_mode_api_key'],
  gpg: ['gpg: signing failed: Inappropriate ioctl for device', 'gpg: signing failed: No pinentry'],
  antigravity: ['keyringAuth: timed out after 1s', 'You are not logged into Antigravity.'],
  droid: [],
  kiro: ['SecKeychainItemModifyContent: User interaction is not allowed', 'Not logged in'],
  opencode: [],
  amp: ['No API key found. Starting login flow...'],
};

/** The symptoms of a tool's row in docs/tools.md. */
const symptomsOf = (id: string): readonly string[] => {
  const lines = readFileSync(join(projectFolder, 'docs/tools.md'), 'utf8').split('\n');
  const cell = lines.find((line) => line.includes(`(\`${id}\`) |`))?.split(' | ')[3] ?? '';
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
};

/** An ellipsis in a row stands for whatever the tool names. What somebody searches for may be a part of what is there. */
const isThere = (id: string, text: string): boolean =>
  symptomsOf(id).some((symptom) => symptom.includes(text) || symptom.split('…').every((part) => text.includes(part)));

it.each(Object.entries(errors))('an error of %s is found in its row of docs/tools.md', (id, texts) => {
  expect(texts.filter((text) => !isThere(id, text))).toEqual([]);
});

it('the symptom that a login is told with is found there too', async () => {
  const { mac, doors } = await macWithDoors({
    now: new Date(now).toISOString(),
    user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
    keychains: [
      {
        path: loginKeychain,
        password: 'p',
        isLogin: true,
        isDefault: true,
        items: [
          generic('Claude Code-credentials'),
          generic('gh:github.com', 'octocat'),
          internet('ghcr.io', 'octocat'),
          generic('my_service_name', 'my_account_name'),
          generic('com.apple.gke.notary.tool', 'com.apple.gke.notary.tool.saved-creds.release'),
          internet('deliver.dev@example.com', 'dev@example.com'),
          internet('match_login.keychain'),
          generic('vscode-cli', 'vscode-cli-0'),
          generic('cursor-access-token', 'cursor-user'),
          generic('vscode-vsce'),
          generic('gemini-cli-oauth', 'main-account'),
          generic('copilot-cli', 'https://github.com:octocat'),
        ],
      },
      {
        path: '/Users/alice/Library/Keychains/aws-vault.keychain-db',
        password: 'q',
        items: [generic('aws-vault', 'work')],
      },
    ],
    sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }],
    files: {
      '~/.claude.json': { oauthAccount: { accountUuid: 'x' } },
      '~/.config/gh/hosts.yml': 'github.com:\n    user: octocat\n',
      '~/.ssh/config': 'UseKeychain yes\n',
      '~/.gitconfig': '[credential]\n\thelper = osxkeychain\n',
      '~/.docker/config.json': { credsStore: 'osxkeychain', auths: { 'ghcr.io': {} } },
      '~/.aws/config': '[default]\nsso_session = s\n',
      '~/.azure/config': '[core]\nencrypt_token_cache = true\n',
      '~/.npmrc': '//registry.example.com/:_authToken=x\n',
      '~/.yarnrc.yml': 'npmAuthToken: x\n',
      '~/Library/Preferences/pnpm/rc': '//registry.example.com/:_authToken=x\n',
      '/opt/homebrew/bin/op': '',
      '/Applications/1Password.app/Contents/Info.plist': '',
      '~/.slack/credentials.json': { T1: { token: 'x' } },
      '~/.config/configstore/firebase-tools.json': { tokens: { refresh_token: 'x' } },
      '~/.codex/auth.json': { tokens: { refresh_token: 'x' } },
    },
    environment: { FASTLANE_USER: 'dev@example.com' },
  });
  try {
    const tools = Object.values(createCredentialTools(doors()));
    const told = (await Promise.all(tools.map(async (tool) => (await tool.look())(now)))).flat();
    const withSymptom = told.filter(({ symptom }) => symptom !== undefined);
    expect(new Set(withSymptom.map(({ tool }) => tool)).size).toBeGreaterThan(18);
    const unknown = withSymptom.filter(({ tool, symptom = '' }) => !isThere(tool, symptom));
    expect(unknown.map(({ tool, symptom }) => [tool, symptom])).toEqual([]);
  } finally {
    await mac.dispose();
  }
});
