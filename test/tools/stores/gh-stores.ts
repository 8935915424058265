import { createGitHubCli } from '../../../electron/tools/gh/gh';
import { canary, generic } from '../one-keychain';
import type { StoreTable } from './store-row';

const home = '/Users/alice';
const hosts = (text: string, folder = `${home}/.config/gh`) => ({ [`${folder}/hosts.yml`]: text });
const program = { '/opt/homebrew/bin/gh': '' };
const inFile = `github.com:\n    user: octocat\n    oauth_token: ${canary}\n`;
const inKeychain = 'github.com:\n    user: octocat\n    users:\n        octocat:\n';
const item = generic('gh:github.com', 'octocat');
const activeItem = generic('gh:github.com', '');
const unsearched = [{ tool: 'Security.framework' }, { tool: 'security', when: 'find-generic-password', exit: 77 }];
const kept = ['kept', 'kept', 'kept'] as const;
const locked = ['kept', 'lost', 'lost'] as const;
const untold = ['untold', 'untold', 'untold'] as const;

const timedOut = 'timeout while trying to get secret from keyring';
const notLoggedIn =
  'X Failed to log in to github.com account octocat (default) - The token in default is invalid. / timeout while trying to get secret from keyring';
const notLoggedInUnnamed =
  'X Failed to log in to github.com account  (default) - The token in default is invalid. / timeout while trying to get secret from keyring';

/** Sources: cli/cli `internal/config/config.go` (ActiveToken), cli/go-gh `pkg/auth`, zalando/go-keyring. */
export const ghStores: StoreTable = {
  tool: 'gh',
  create: createGitHubCli,
  rows: [
    ['nothing of it', {}, ['none unknown unknown'], ...kept],
    ['the program, and nothing in any store', { files: program }, ['none unknown signed-out'], ...kept],
    [
      'no file, and the token of the active user',
      { files: program, items: [activeItem] },
      ['github.com: login-keychain breaks unknown'],
      ...locked,
      timedOut,
    ],
    [
      'no file, and the token of some user',
      { files: program, items: [item] },
      ['github.com: unknown unknown unknown'],
      ...untold,
    ],
    [
      'no file, and a keychain that cannot be searched',
      { files: program, faults: unsearched },
      ['unknown unknown unknown'],
      ...untold,
    ],
    ['an empty file and an empty keychain', { files: hosts('') }, ['none unknown signed-out'], ...kept],
    [
      'an empty file, and the token of the active user',
      { files: hosts(''), items: [activeItem] },
      ['github.com: login-keychain breaks unknown'],
      ...locked,
      timedOut,
    ],
    ['a token in the file', { files: hosts(inFile) }, ['octocat@github.com: file survives unknown'], ...kept],
    [
      'a user whose token is in the keychain',
      { files: hosts(inKeychain), items: [item] },
      ['octocat@github.com: login-keychain breaks unknown'],
      ...locked,
      notLoggedIn,
    ],
    [
      'the same, the token in the item without an account',
      { files: hosts(inKeychain), items: [activeItem] },
      ['octocat@github.com: login-keychain breaks unknown'],
      ...locked,
      notLoggedIn,
    ],
    [
      'a user without a token anywhere',
      { files: hosts(inKeychain) },
      ['octocat@github.com: login-keychain breaks signed-out'],
      ...kept,
      notLoggedIn,
    ],
    [
      'a user, and a keychain that cannot be searched',
      { files: hosts(inKeychain), faults: unsearched },
      ['octocat@github.com: unknown breaks unknown'],
      ...untold,
      notLoggedIn,
    ],
    [
      'a host without a user and with a token',
      { files: hosts('github.com:\n    git_protocol: https\n'), items: [activeItem] },
      ['github.com: login-keychain breaks unknown'],
      ...locked,
      notLoggedInUnnamed,
    ],
    [
      'a host without a user and without a token',
      { files: hosts('github.com:\n    git_protocol: https\n') },
      ['github.com: none unknown signed-out'],
      ...kept,
    ],
    [
      'a host without a user, and a keychain that cannot be searched',
      { files: hosts('github.com:\n    git_protocol: https\n'), faults: unsearched },
      ['github.com: unknown breaks unknown'],
      ...untold,
      notLoggedInUnnamed,
    ],
    [
      'GH_CONFIG_DIR',
      { files: hosts(inFile, `${home}/gh`), environment: { GH_CONFIG_DIR: `${home}/gh` } },
      ['octocat@github.com: file survives unknown'],
      ...kept,
    ],
    [
      'GH_CONFIG_DIR that is empty, with an item of another',
      { files: { ...program, ...hosts(inKeychain) }, items: [item], environment: { GH_CONFIG_DIR: `${home}/gh` } },
      ['github.com: unknown unknown unknown'],
      ...untold,
    ],
    ['a file that cannot be read', { files: hosts('{') }, ['unknown unknown unreadable'], ...untold],
    [
      'a token in the environment',
      { files: hosts(inKeychain), environment: { GH_TOKEN: canary } },
      ['github.com: environment survives unknown'],
      ...kept,
    ],
    [
      'another host in the environment',
      { files: program, environment: { GH_HOST: 'git.example.com' }, items: [generic('gh:git.example.com', '')] },
      ['git.example.com: login-keychain breaks unknown'],
      ...locked,
      timedOut,
    ],
  ],
};
