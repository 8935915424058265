import { createGit } from '../../../electron/tools/git/git';
import { canary, generic, internet } from '../one-keychain';
import type { StoreRow, StoreTable } from './store-row';

const home = '/Users/alice';
const config = (text: string, more: Record<string, unknown> = {}) => ({
  files: { [`${home}/.gitconfig`]: text, ...more },
});
const forGitHub = (...helpers: readonly string[]) =>
  `[credential "https://github.com"]\n${helpers.map((helper) => `\thelper = ${helper}\n`).join('')}`;
const store = { [`${home}/.git-credentials`]: `https://alice:${canary}@github.com\n` };
const emptyStore = { [`${home}/.git-credentials`]: '' };
const ghFile = { [`${home}/.config/gh/hosts.yml`]: `github.com:\n    user: octocat\n    oauth_token: ${canary}\n` };
const ghItem = { [`${home}/.config/gh/hosts.yml`]: 'github.com:\n    user: octocat\n' };
const item = internet('github.com', 'octocat');
const unsearched = [{ tool: 'Security.framework' }, { tool: 'security', exit: 77 }];
const awsConfig = (text: string) => ({ [`${home}/.aws/config`]: text });
const codecommit = '!aws codecommit credential-helper $@';
const forCodeCommit = (helper: string) =>
  `[credential "https://git-codecommit.*.amazonaws.com"]\n\thelper = ${helper}\n\tUseHttpPath = true\n`;
const keys = {
  [`${home}/.aws/credentials`]: `[default]\naws_access_key_id = ${canary}\naws_secret_access_key = ${canary}\n`,
};
const throughVault = awsConfig('[profile work]\ncredential_process = aws-vault export --format=json work\n');

const github = (told: string) => [`github.com: ${told}`];
const codeCommitHost = 'git-codecommit.*.amazonaws.com';
const codeCommit = (told: string) => [`${codeCommitHost}: ${told}`];
const kept = ['kept', 'kept', 'kept'] as const;
const locked = ['kept', 'lost', 'lost'] as const;
const untold = ['untold', 'untold', 'untold'] as const;

const row = (
  what: string,
  stores: StoreRow[1],
  told: readonly string[],
  fates: readonly [StoreRow[3], StoreRow[4], StoreRow[5]],
  symptom?: string,
): StoreRow => [what, stores, told, ...fates, symptom];

const gitLocked =
  "fatal: failed to get: -25308 / fatal: could not read Username for 'https://github.com': Device not configured";
const managerLocked = 'fatal: Interaction with the Security Server is not allowed.';
const notLoggedIn =
  'X Failed to log in to github.com account octocat (default) - The token in default is invalid. / timeout while trying to get secret from keyring';
const vaultLocked = 'aws-vault: error: exec: Failed to get credentials: User interaction is not allowed. (-25308)';
const noToken = 'Error loading SSO Token: Token for https://x.awsapps.com/start does not exist';
const securityLocked = 'security: SecKeychainItemCopyContent: User interaction is not allowed.';

/** Sources: git `credential.c`, `contrib/credential/osxkeychain`; aws/aws-cli `customizations/codecommit.py`. */
export const gitStores: StoreTable = {
  tool: 'git',
  create: createGit,
  rows: [
    row(
      'osxkeychain with an item',
      { ...config(forGitHub('osxkeychain')), items: [item] },
      github('login-keychain breaks unknown'),
      locked,
      gitLocked,
    ),
    row(
      'osxkeychain without one',
      config(forGitHub('osxkeychain')),
      github('login-keychain breaks signed-out'),
      kept,
      gitLocked,
    ),
    row(
      'osxkeychain without one, then a file with a login',
      config(forGitHub('osxkeychain', 'store'), store),
      github('file survives unknown'),
      kept,
    ),
    row(
      'osxkeychain without one, then an empty file',
      config(forGitHub('osxkeychain', 'store'), emptyStore),
      github('login-keychain breaks signed-out'),
      kept,
      gitLocked,
    ),
    row(
      'osxkeychain with an item, then a file',
      { ...config(forGitHub('osxkeychain', 'store'), store), items: [item] },
      github('login-keychain unknown unknown'),
      untold,
      gitLocked,
    ),
    row(
      'osxkeychain that cannot be searched',
      { ...config(forGitHub('osxkeychain')), faults: unsearched },
      github('login-keychain breaks unknown'),
      locked,
      gitLocked,
    ),
    row(
      'osxkeychain without one, then a program that nobody knows',
      config(forGitHub('osxkeychain', 'acme')),
      github('unknown unknown unknown'),
      untold,
    ),
    row(
      'osxkeychain on a port of its own',
      {
        ...config('[credential "https://git.example.com:8443"]\n\thelper = osxkeychain\n'),
        items: [internet('git.example.com', 'a')],
      },
      ['git.example.com:8443: login-keychain breaks unknown'],
      locked,
      gitLocked,
    ),
    row(
      'the manager with an item',
      { ...config(forGitHub('manager')), items: [generic('git:https://github.com', 'octocat')] },
      github('login-keychain breaks unknown'),
      locked,
      managerLocked,
    ),
    row(
      'the manager without one, then a file',
      config(forGitHub('manager', 'store'), store),
      github('file survives unknown'),
      kept,
    ),
    row(
      'a file that cannot be read',
      config(forGitHub('store'), { [`${home}/.git-credentials`]: '\0'.repeat(3_000_000) }),
      github('file unknown unreadable'),
      untold,
    ),
    row(
      'gh with a token in its file',
      config(forGitHub('!gh auth git-credential'), ghFile),
      github('file survives unknown'),
      kept,
    ),
    row(
      'gh by its path, with its item',
      {
        ...config(forGitHub('', '!/opt/homebrew/bin/gh auth git-credential'), ghItem),
        items: [generic('gh:github.com', 'octocat')],
      },
      github('login-keychain breaks unknown'),
      locked,
      notLoggedIn,
    ),
    row(
      'gh behind variables',
      config(forGitHub('!GH_HOST=github.com /usr/bin/env gh auth git-credential'), ghFile),
      github('file survives unknown'),
      kept,
    ),
    row(
      'gh whose keychain cannot be searched',
      { ...config(forGitHub('!gh auth git-credential'), ghItem), faults: unsearched },
      github('unknown breaks unknown'),
      untold,
      notLoggedIn,
    ),
    row(
      'CodeCommit with keys in a file',
      config(forCodeCommit(codecommit), keys),
      codeCommit('file survives unknown'),
      kept,
    ),
    row(
      'CodeCommit with a profile of aws-vault',
      config(forCodeCommit('!aws --profile work codecommit credential-helper $@'), throughVault),
      codeCommit('other-keychain breaks unknown'),
      ['untold', 'lost', 'lost'],
      vaultLocked,
    ),
    row(
      'the same named by a variable',
      config(forCodeCommit('!AWS_PROFILE=work aws codecommit credential-helper $@'), throughVault),
      codeCommit('other-keychain breaks unknown'),
      ['untold', 'lost', 'lost'],
      vaultLocked,
    ),
    row(
      'the same named in the environment',
      { ...config(forCodeCommit(codecommit), throughVault), environment: { AWS_PROFILE: 'work' } },
      codeCommit('other-keychain breaks unknown'),
      ['untold', 'lost', 'lost'],
      vaultLocked,
    ),
    row(
      'CodeCommit with an SSO session that nobody has signed in to',
      config(
        forCodeCommit('!aws codecommit --profile=s credential-helper $@'),
        awsConfig('[profile s]\nsso_start_url = https://x.awsapps.com/start\n'),
      ),
      codeCommit('none unknown signed-out'),
      kept,
      noToken,
    ),
    row(
      'CodeCommit without any profile',
      config(forCodeCommit(codecommit)),
      codeCommit('unknown unknown unknown'),
      untold,
    ),
    row(
      'CodeCommit through aws-vault exec',
      config(forCodeCommit('!aws-vault exec work -- aws codecommit credential-helper $@')),
      codeCommit('other-keychain breaks unknown'),
      ['untold', 'lost', 'lost'],
      vaultLocked,
    ),
    row(
      'gh through a plug-in of 1Password',
      config(forGitHub('!op plugin run -- gh auth git-credential'), ghFile),
      github('desktop-app breaks unknown'),
      ['kept', 'lost', 'lost'],
    ),
    row(
      'the security tool itself',
      config(forGitHub('!security find-internet-password -s github.com')),
      github('login-keychain breaks unknown'),
      locked,
      securityLocked,
    ),
    row(
      'Google’s helper',
      config('[credential "https://source.developers.google.com"]\n\thelper = gcloud.sh\n'),
      ['source.developers.google.com: file survives unknown'],
      kept,
    ),
    row(
      'a line of several commands',
      config(forGitHub('"!f() { echo password=$(gh auth token); }; f"'), ghFile),
      github('unknown unknown unknown'),
      untold,
    ),
    row('another program', config(forGitHub('!acme login')), github('unknown unknown unknown'), untold),
    row('no helper', config('[user]\n\tname = a\n'), ['none survives unknown'], kept),
    row(
      'an includeIf with a helper of its own',
      config('[includeIf "gitdir:~/work/"]\n\tpath = work\n', {
        [`${home}/work`]: '[credential]\n\thelper = store\n',
        ...store,
      }),
      ['repositories in ~/work/: file survives unknown'],
      kept,
    ),
    row(
      'an includeIf whose file cannot be read',
      config('[includeIf "gitdir:~/work/"]\n\tpath = work\n', { [`${home}/work`]: '[credential' }),
      ['unknown unknown unreadable'],
      untold,
    ),
  ],
};
