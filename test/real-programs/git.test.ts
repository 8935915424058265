import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createGit } from '../../electron/tools/git/git';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const environment = { GIT_CONFIG_NOSYSTEM: '1' };
const git = (words: readonly string[], input = '') => mac.run([...programs.git, ...words], { environment, input });

it('reads what git config and git credential-store have written', async () => {
  mac = await writtenMac(createGit, { files: { '/etc/gitconfig': '[credential]\n\thelper = osxkeychain\n' } });
  const set = async (name: string, ...values: string[]) => {
    for (const value of values) await git(['config', '--global', '--add', name, value]);
  };
  await set('http.extraHeader', `Authorization: ${canary}`);
  await set('credential.https://github.com.helper', '', '!/opt/homebrew/bin/gh auth git-credential');
  await set('credential.https://*.example.com.helper', '', 'store');
  await set('credential.https://b.example.org.helper', '', `!f() { echo "password=${canary} # ;"; }; f`);
  await set('includeIf.gitdir:~/a "b"/.path', '~/other.inc');
  await git(['config', '--file', `${mac.home}/other.inc`, 'credential.helper', 'cache --timeout 9']);
  await git(
    ['credential-store', 'store'],
    `protocol=https\nhost=a.example.com\nusername=u@x\npassword=${canary}/@:\n\n`,
  );
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

it('reads what git credential approve has handed to the store that git was told of', async () => {
  mac = await writtenMac(createGit);
  await git(['config', '--global', 'credential.helper', 'store']);
  await git(['credential', 'approve'], `protocol=https\nhost=github.com\nusername=alice\npassword=${canary}\n\n`);
  expect(await mac.look()).toMatchObject([{ tool: 'git', store: 'file', overSsh: 'survives', status: 'unknown' }]);
  writeFileSync(`${mac.home}/.git-credentials`, '');
  expect(await mac.look()).toMatchObject([{ tool: 'git', status: 'signed-out' }]);
});
