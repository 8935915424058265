import type { ToolId } from '../../electron/tools/registry';
import { secretOf, variableSecret } from './canaries';
import { base64, genericItem, internetItem, type ToolLogins } from './logins';

const gh: ToolLogins = {
  files: {
    '~/.config/gh/hosts.yml': [
      ...['github.com:', `    oauth_token: ${secretOf('gh', 'host-token')}`, '    user: octocat', '    users:'],
      ...['        octocat:', `            oauth_token: ${secretOf('gh', 'user-token')}`, ''],
    ].join('\n'),
  },
  items: [
    genericItem('gh:github.com', 'octocat', secretOf('gh', 'item')),
    genericItem('gh:github.com', '', secretOf('gh', 'active-item')),
  ],
};

const git: ToolLogins = {
  files: {
    '~/.gitconfig': [
      ...['[credential]', '\thelper = store'],
      ...[
        '[credential "https://helped.example.com"]',
        `\thelper = "!f() { echo password=${secretOf('git', 'helper')}; }; f"`,
      ],
      ...['[http]', `\textraHeader = "Authorization: Bearer ${secretOf('git', 'header')}"`],
      `[url "https://alice:${secretOf('git', 'rewritten-url')}@git.example.com/"]`,
      ...['\tinsteadOf = git:', ''],
    ].join('\n'),
    '~/.git-credentials': `https://alice:${secretOf('git', 'stored')}@git.example.com\n`,
    '~/.config/git/credentials': `https://alice:${secretOf('git', 'other-store')}@other.example.com\n`,
  },
  items: [
    internetItem('github.com', 'octocat', secretOf('git', 'item')),
    genericItem('git:https://github.com', 'octocat', secretOf('git', 'manager-item')),
  ],
};

const npm: ToolLogins = {
  files: {
    '~/.npmrc': [
      `//registry.example.com/:_authToken=${secretOf('npm', 'token')}`,
      `//auth.example.com/:_auth=${base64(`alice:${secretOf('npm', 'auth')}`)}`,
      ...['//old.example.com/:username=alice', `//old.example.com/:_password=${base64(secretOf('npm', 'password'))}`],
      ...[`_auth=${base64(`alice:${secretOf('npm', 'old-auth')}`)}`, ''],
    ].join('\n'),
  },
};

const yarn: ToolLogins = {
  files: {
    '~/.yarnrc.yml': [
      ...[`npmAuthToken: ${secretOf('yarn', 'token')}`, 'npmScopes:', '  acme:'],
      `    npmAuthToken: ${secretOf('yarn', 'scope-token')}`,
      ...['npmRegistries:', '  "//yarn.example.com":', `    npmAuthToken: ${secretOf('yarn', 'registry-token')}`],
      ...['  "//other.example.com":', `    npmAuthIdent: "alice:${secretOf('yarn', 'identity')}"`, ''],
    ].join('\n'),
  },
  environment: { YARN_NPM_AUTH_TOKEN: variableSecret('YARN_NPM_AUTH_TOKEN') },
};

const pnpm: ToolLogins = {
  files: {
    '~/Library/Preferences/pnpm/rc': [
      `//pnpm.example.com/:_authToken=${secretOf('pnpm', 'token')}`,
      ...[`//helped.example.com/:tokenHelper=/usr/bin/helper-${secretOf('pnpm', 'helper')}`, ''],
    ].join('\n'),
    '~/Library/Preferences/pnpm/auth.ini': `//auth.example.com/:_authToken=${secretOf('pnpm', 'auth-token')}\n`,
  },
};

const onepassword: ToolLogins = {
  files: {
    '/opt/homebrew/bin/op': '',
    '~/.config/op/config': {
      device: secretOf('onepassword', 'device'),
      accounts: [
        {
          shorthand: 'my',
          url: 'https://my.example.com',
          accountKey: secretOf('onepassword', 'account-key'),
          userAuth: { sharedSecret: secretOf('onepassword', 'user-auth') },
        },
      ],
    },
  },
  environment: { OP_SESSION_my: variableSecret('OP_SESSION_my') },
};

/** Its key lies in a keychain, which a password opens; the two passwords are in many-logins.ts. */
const codesign: ToolLogins = {};

const notarytool: ToolLogins = {
  files: { '~/private_keys/AuthKey_AAAA1111BB.p8': secretOf('notarytool', 'key-file') },
  items: [
    genericItem(
      'com.apple.gke.notary.tool',
      'com.apple.gke.notary.tool.saved-creds.release',
      secretOf('notarytool', 'item'),
    ),
  ],
};

const cookieJar = `---
- !ruby/object:HTTP::Cookie
  name: DES5c148586dfd
  value: ${secretOf('fastlane', 'cookie')}
  domain: idmsa.apple.com
  path: "/"
  expires:
  max_age: 2592000
  created_at: 2026-08-20 12:00:00.123456789 +00:00
`;

const fastlane: ToolLogins = {
  files: {
    '~/.fastlane/spaceship/dev@example.com/cookie': cookieJar,
    '~/.fastlane/api-key.json': { key_id: 'AAAA1111BB', key: secretOf('fastlane', 'api-key') },
  },
  items: [
    internetItem('deliver.dev@example.com', 'dev@example.com', secretOf('fastlane', 'item')),
    internetItem('match_login.keychain', '', secretOf('fastlane', 'match-item')),
    internetItem('fastlane_keychain_login', '', secretOf('fastlane', 'keychain-item')),
  ],
  environment: { FASTLANE_PASSWORD: variableSecret('FASTLANE_PASSWORD') },
};

const electronApps: ToolLogins = {
  files: { '/Applications/Discord.app/Contents/Info.plist': '' },
  items: [
    genericItem('discord Safe Storage', 'discord Key', secretOf('electron-apps', 'item')),
    genericItem('vscode-vsce', 'publisher', secretOf('electron-apps', 'keytar-item')),
  ],
};

const slack: ToolLogins = {
  files: {
    '/Applications/Slack.app/Contents/Info.plist': '',
    '~/.slack/credentials.json': {
      T1: {
        token: secretOf('slack', 'access'),
        refresh_token: secretOf('slack', 'refresh'),
        team_domain: 'team',
        exp: 1789056000,
      },
    },
  },
  items: [genericItem('Slack Safe Storage', 'Slack Key', secretOf('slack', 'app-item'))],
};

/** What is done at a desk: code, packages, signing, passwords. */
export const deskLogins = {
  ...{ gh, git, npm, yarn, pnpm, onepassword, codesign, notarytool, fastlane, slack, 'electron-apps': electronApps },
} satisfies Partial<Record<ToolId, ToolLogins>>;
