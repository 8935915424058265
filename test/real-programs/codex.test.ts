import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createCodex } from '../../electron/tools/editors/codex';
import { inSeconds, unsignedJwt } from './fake-identity';
import type { FakeSites } from './fake-internet';
import { programs } from './programs';
import { relayPort } from './run-program';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const codex = (words: readonly string[], input = '') => mac.run([...programs.codex, ...words], { input });

it('reads the API key that codex login has stored, and that codex logout has removed it', async () => {
  mac = await writtenMac(createCodex);
  await codex(['login', '--with-api-key'], `${canary}\n`);
  expect(await mac.look()).toMatchObject([
    { tool: 'codex', installed: true, store: 'file', overSsh: 'survives', status: 'unknown', expiry: null },
  ]);
  await codex(['logout']);
  expect(await mac.look()).toMatchObject([{ installed: true, store: 'none', status: 'signed-out' }]);
});

const issuer = `http://127.0.0.1:${relayPort}`;
const endsAt = inSeconds(10 * 24 * 60 * 60);
const sites: FakeSites = {
  [`POST ${issuer}/api/accounts/deviceauth/usercode`]: () => ({
    body: { device_auth_id: 'device', user_code: 'ABCD-EFGH', interval: '0' },
  }),
  [`POST ${issuer}/api/accounts/deviceauth/token`]: () => ({
    body: { authorization_code: 'code', code_challenge: 'challenge', code_verifier: 'verifier' },
  }),
  [`POST ${issuer}/oauth/token`]: () => ({
    body: {
      id_token: unsignedJwt({ email: 'alice@example.com', exp: inSeconds(3600) }),
      access_token: unsignedJwt({ exp: endsAt, note: canary }),
      refresh_token: canary,
    },
  }),
};

it('reads the login that codex has exchanged a device code for, and the end of its access token', async () => {
  mac = await writtenMac(createCodex, { sites });
  await codex(['login', '--device-auth', '--experimental_issuer', issuer]);
  const expiry = { of: 'access-token', at: new Date(endsAt * 1000).toISOString() };
  expect(await mac.look()).toMatchObject([{ store: 'file', overSsh: 'survives', status: 'valid', expiry }]);
});

it('goes by the store of a configuration that codex itself accepts', async () => {
  mac = await writtenMac(createCodex, { sites });
  await codex(['login', '--with-api-key'], `${canary}\n`);
  writeFileSync(`${mac.home}/.codex/config.toml`, 'cli_auth_credentials_store = "file"\n');
  await codex(['features', 'enable', 'unified_exec']);
  expect(await mac.look()).toMatchObject([{ store: 'file', overSsh: 'survives' }]);
});
