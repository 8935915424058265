import { expect, it } from 'vitest';
import { createAzure } from '../../electron/tools/azure/azure';
import { azureSites, azureTenant } from './fake-azure';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const environment = { AZURE_CORE_COLLECT_TELEMETRY: 'false' };
const az = (...words: readonly string[]) => mac.run([...programs.az, ...words], { environment });

it('reads the account that az login has cached', async () => {
  mac = await writtenMac(createAzure, { sites: azureSites });
  await az('login', '--use-device-code');
  const told = { tool: 'azure', account: 'alice@example.com', store: 'file', overSsh: 'survives' };
  expect(await mac.look()).toMatchObject([{ ...told, status: 'valid', expiry: { of: 'access-token' } }]);
  expect(await mac.look(Date.now() + 2 * 60 * 60_000)).toMatchObject([{ ...told, status: 'renews-itself' }]);
  await az('logout');
  expect(await mac.look()).toMatchObject([{ installed: true, status: 'signed-out' }]);
});

it('reads the service principal that az login has stored, and the encryption that az config has asked for', async () => {
  mac = await writtenMac(createAzure, { sites: azureSites });
  const principal = ['--service-principal', '--username', 'principal-id', '--tenant', azureTenant];
  await az('login', ...principal, '--password', canary);
  expect(await mac.look()).toMatchObject([{ account: 'principal-id', store: 'file', overSsh: 'survives' }]);
  await az('config', 'set', 'core.encrypt_token_cache=true');
  expect(await mac.look()).toMatchObject([{ tool: 'azure', status: 'signed-out' }]);
});
