import { expect, it } from 'vitest';
import { createGitHubCli } from '../../electron/tools/gh/gh';
import type { FakeSites } from './fake-internet';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const scopes = { 'x-oauth-scopes': 'repo, read:org, gist' };
const viewer = () => ({ body: { data: { viewer: { login: 'octo-alice' } } } });
const sites: FakeSites = {
  'GET https://api.github.com/': () => ({ headers: scopes }),
  'POST https://api.github.com/graphql': viewer,
  'GET https://ghe.example.com/api/v3/': () => ({ headers: scopes }),
  'POST https://ghe.example.com/api/graphql': viewer,
};

it('reads the logins that gh auth login has stored in its file', async () => {
  mac = await writtenMac(createGitHubCli, { sites });
  for (const hostname of ['github.com', 'ghe.example.com'])
    await mac.run([...programs.gh, 'auth', 'login', '--hostname', hostname, '--with-token'], { input: `${canary}\n` });
  const inFile = { tool: 'gh', installed: true, store: 'file', overSsh: 'survives', status: 'unknown', expiry: null };
  const credentials = await mac.look();
  expect(credentials).toHaveLength(2);
  expect(credentials).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...inFile, account: 'github.com' }),
      expect.objectContaining({ ...inFile, account: 'ghe.example.com' }),
    ]),
  );
});

it('says signed out where gh has settings only', async () => {
  mac = await writtenMac(createGitHubCli);
  await mac.run([...programs.gh, 'config', 'set', 'git_protocol', 'ssh']);
  expect(await mac.look()).toMatchObject([{ tool: 'gh', installed: true, store: 'none', status: 'signed-out' }]);
});
