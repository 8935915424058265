import { expect, it } from 'vitest';
import { createYarn } from '../../electron/tools/npm/yarn';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

it('reads what yarn config set has written for registries and scopes', async () => {
  mac = await writtenMac(createYarn);
  // Yarn stops where a variable that its file speaks of is not set.
  const environment = { ACME_TOKEN: canary };
  const set = (...words: readonly string[]) =>
    mac.run([...programs.yarn, 'config', 'set', '--home', ...words], { environment });
  await set('npmAuthToken', canary);
  await set('npmScopes.acme', '--json', `{"npmAuthIdent":"alice:${canary}"}`);
  await set('npmRegistries["https://registry.example.com"]', '--json', '{"npmAuthToken":"$' + '{ACME_TOKEN}"}');
  expect(await mac.look()).toMatchObject([
    { tool: 'yarn', installed: true, store: 'file', overSsh: 'survives', status: 'unknown' },
    { account: '@acme', store: 'file', overSsh: 'survives' },
    { account: 'registry.example.com', store: 'environment', overSsh: 'survives' },
  ]);
});

it("knows Yarn 1 by the file that it writes, and tells the logins of npm's", async () => {
  mac = await writtenMac(createYarn);
  await mac.run([...programs.yarnClassic, 'config', 'set', 'registry', 'https://registry.example.com']);
  expect(await mac.look()).toMatchObject([{ tool: 'yarn', installed: true, status: 'signed-out' }]);
  await mac.run([...programs.npm, 'config', 'set', `//registry.example.com/:_authToken=${canary}`]);
  expect(await mac.look()).toMatchObject([{ account: 'registry.example.com', store: 'file', overSsh: 'survives' }]);
});
