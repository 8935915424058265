import { execFileSync } from 'node:child_process';
import { afterEach, expect, it } from 'vitest';
import { createGit } from '../../electron/tools/git';
import { type ConfiguredMac, canary, configuredMac } from './configured-mac';

let mac: ConfiguredMac;
afterEach(() => mac.at.mac.dispose());

const git = (words: readonly string[], input = '') =>
  execFileSync('git', words, {
    input,
    env: { PATH: process.env.PATH, HOME: `${mac.at.mac.root}/Users/alice`, GIT_CONFIG_NOSYSTEM: '1' },
  });

it('reads what git itself has written', async () => {
  mac = await configuredMac(createGit, { files: { '/etc/gitconfig': '[credential]\n\thelper = osxkeychain\n' } });
  const set = (name: string, ...values: string[]) => {
    for (const value of values) git(['config', '--global', '--add', name, value]);
  };
  set('http.extraHeader', `Authorization: ${canary}`);
  set('credential.https://github.com.helper', '', '!/opt/homebrew/bin/gh auth git-credential');
  set('credential.https://*.example.com.helper', '', 'store');
  set('credential.https://b.example.org.helper', '', `!f() { echo "password=${canary} # ;"; }; f`);
  set('includeIf.gitdir:~/a "b"/.path', '~/other.inc');
  git(['config', '--file', `${mac.at.mac.root}/Users/alice/other.inc`, 'credential.helper', 'cache --timeout 9']);
  git(['credential-store', 'store'], `protocol=https\nhost=a.example.com\nusername=u@x\npassword=${canary}/@:\n\n`);
  expect(await mac.look()).toMatchObject([
    { account: 'other hosts', store: 'login-keychain', overSsh: 'breaks' },
    { account: 'github.com', store: 'none', overSsh: 'unknown' },
    { account: '*.example.com', store: 'file', overSsh: 'survives', status: 'unknown' },
    { account: 'b.example.org', store: 'unknown', overSsh: 'unknown' },
    { account: 'other hosts, repositories in ~/a "b"/' },
    { account: 'github.com, repositories in ~/a "b"/' },
    { account: '*.example.com, repositories in ~/a "b"/' },
    { account: 'b.example.org, repositories in ~/a "b"/' },
  ]);
});
