import { expect, it } from 'vitest';
import { createNpm } from '../../electron/tools/npm/npm';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const set = (...words: readonly string[]) => mac.run([...programs.npm, 'config', 'set', ...words]);

it('reads what npm config set has written, references to variables included', async () => {
  mac = await writtenMac(createNpm);
  await set(`//registry.example.com/:_authToken=${canary}`);
  await set('//other.example.com/npm/:_authToken', '$' + '{NPM_TOKEN}');
  await set('//third.example.com/:username=alice', `//third.example.com/:_password=${canary}`);
  expect(await mac.look()).toMatchObject([
    { account: 'registry.example.com', store: 'file', overSsh: 'survives', status: 'unknown', expiry: null },
    { account: 'other.example.com/npm', store: 'environment', overSsh: 'survives' },
    { account: 'third.example.com', store: 'file', overSsh: 'survives' },
  ]);
});

it('reads the token that npm login has been given', async () => {
  const registry = 'https://registry.example.com';
  mac = await writtenMac(createNpm, {
    sites: {
      [`POST ${registry}/-/v1/login`]: () => ({
        body: { loginUrl: `${registry}/login/1`, doneUrl: `${registry}/-/v1/done` },
      }),
      [`GET ${registry}/-/v1/done`]: () => ({ body: { token: canary } }),
    },
  });
  await mac.run([...programs.npm, 'login', '--auth-type=web', '--registry', `${registry}/`]);
  expect(await mac.look()).toMatchObject([{ account: 'registry.example.com', store: 'file', overSsh: 'survives' }]);
});
