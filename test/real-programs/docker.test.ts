import { expect, it } from 'vitest';
import { createDocker } from '../../electron/tools/docker/docker';
import { programs } from './programs';
import { relayPort } from './run-program';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

it('reads the login that docker login has stored, and the mark that docker logout leaves', async () => {
  const registry = `127.0.0.1:${relayPort}`;
  mac = await writtenMac(createDocker, { sites: { [`GET http://${registry}/v2/`]: () => ({}) } });
  // Without a daemon, the program asks the registry itself.
  const environment = { DOCKER_HOST: 'tcp://127.0.0.1:1' };
  const login = ['login', registry, '--username', 'alice', '--password-stdin'];
  await mac.run([...programs.docker, ...login], { environment, input: canary });
  expect(await mac.look()).toMatchObject([
    { tool: 'docker', installed: true, account: registry, store: 'file', overSsh: 'survives', status: 'unknown' },
  ]);
  await mac.run([...programs.docker, 'logout', registry], { environment });
  expect(await mac.look()).toMatchObject([{ installed: true, store: 'none', status: 'signed-out' }]);
});
