import { expect, it } from 'vitest';
import { createPnpm } from '../../electron/tools/npm/pnpm';
import { programs } from './programs';
import { relayPort } from './run-program';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

/** Where pnpm would write on a Mac; on Linux it asks this variable first. */
const environment = () => ({ XDG_CONFIG_HOME: `${mac.home}/Library/Preferences` });

it('reads what pnpm config set has written', async () => {
  mac = await writtenMac(createPnpm);
  const set = (...words: readonly string[]) =>
    mac.run([...programs.pnpm, 'config', 'set', ...words], { environment: environment() });
  await set('//registry.example.com/:_authToken', canary);
  await set('//other.example.com/:_authToken', '$' + '{NPM_TOKEN}');
  expect(await mac.look()).toMatchObject([
    { tool: 'pnpm', account: 'registry.example.com', store: 'file', overSsh: 'survives', status: 'unknown' },
    { account: 'other.example.com', store: 'environment', overSsh: 'survives' },
  ]);
});

it('reads the token that pnpm login has been given', async () => {
  const host = `localhost:${relayPort}`;
  mac = await writtenMac(createPnpm, {
    sites: {
      [`POST http://${host}/-/v1/login`]: () => ({
        body: { loginUrl: `http://${host}/login/1`, doneUrl: `http://${host}/-/v1/done` },
      }),
      [`GET http://${host}/-/v1/done`]: () => ({ body: { token: canary } }),
    },
  });
  // It refuses to log in where there is no terminal.
  const login = [...programs.pnpm, 'login', '--registry', `http://${host}/`].join(' ');
  await mac.run(['/usr/bin/script', '--quiet', '--return', '--command', login, '/dev/null'], {
    environment: environment(),
    // What it asks can wait: the token is there.
    converse: () => undefined,
  });
  expect(await mac.look()).toMatchObject([{ account: host, store: 'file', overSsh: 'survives', status: 'unknown' }]);
});
