import { expect, it } from 'vitest';
import { rowCreator } from '../tools/row-creator';
import { inSeconds, unsignedJwt } from './fake-identity';
import type { FakeSites } from './fake-internet';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const firebase = (...words: readonly string[]) => mac.run([...programs.firebase, ...words]);
const tokens = () => ({
  body: {
    access_token: canary,
    refresh_token: canary,
    id_token: unsignedJwt({ email: 'alice@example.com', exp: inSeconds(3600) }),
    expires_in: 3599,
    token_type: 'Bearer',
    scope: 'openid email',
  },
});
const sites: FakeSites = {
  'POST https://auth.firebase.tools/attest': () => ({ body: { token: 'attest' } }),
  'POST https://accounts.google.com/o/oauth2/token': tokens,
  'POST https://www.googleapis.com/oauth2/v3/token': tokens,
};

it('reads the account that firebase login has stored, and that firebase logout has removed it', async () => {
  mac = await writtenMac(rowCreator('firebase'), { sites });
  await firebase('login', '--non-interactive');
  expect(await mac.look()).toMatchObject([{ tool: 'firebase', installed: true, status: 'signed-out' }]);
  await firebase('login', 'code-of-the-browser');
  const told = { account: 'alice@example.com', store: 'file', overSsh: 'survives' };
  expect(await mac.look()).toMatchObject([{ ...told, status: 'valid', expiry: { of: 'access-token' } }]);
  expect(await mac.look(Date.now() + 2 * 60 * 60_000)).toMatchObject([{ ...told, status: 'renews-itself' }]);
  await firebase('logout');
  expect(await mac.look()).toMatchObject([{ status: 'signed-out' }]);
});
