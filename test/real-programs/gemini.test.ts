import { expect, it } from 'vitest';
import { createGemini } from '../../electron/tools/google/gemini';
import { inSeconds, unsignedJwt } from './fake-identity';
import type { FakeSites } from './fake-internet';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const hourMs = 60 * 60_000;
const sites: FakeSites = {
  'POST https://oauth2.googleapis.com/token': () => ({
    body: {
      ...{ token_type: 'Bearer', scope: 'openid', expires_in: 3600, access_token: canary, refresh_token: canary },
      id_token: unsignedJwt({ email: 'alice@example.com', exp: inSeconds(3600) }),
    },
  }),
  'GET https://www.googleapis.com/oauth2/v2/userinfo': () => ({ body: { email: 'alice@example.com' } }),
  'POST https://cloudcode-pa.googleapis.com/v1internal:loadCodeAssist': () => ({
    body: { currentTier: { id: 'free-tier' }, cloudaicompanionProject: 'project' },
  }),
};

/** Signs in the way editors have Gemini CLI do it: over the Agent Client Protocol. */
const signIn = (params: object) => {
  const messages = [
    { id: 1, method: 'initialize', params: { protocolVersion: 1, clientCapabilities: {} } },
    { id: 2, method: 'authenticate', params },
  ].map((message) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  return mac.run([...programs.gemini, '--acp'], {
    input: messages.join(''),
    converse: (output, input) => {
      if (output.includes('"id":2')) input.end();
      else if (/Enter the authorization code: \S*$/.test(output)) input.write('code-of-the-browser\n');
    },
  });
};

it('reads the Google login that gemini has stored, and the account beside it', async () => {
  mac = await writtenMac(createGemini, { sites });
  await signIn({ methodId: 'oauth-personal' });
  const told = { tool: 'gemini', account: 'alice@example.com', store: 'file', overSsh: 'survives' };
  expect(await mac.look()).toMatchObject([{ ...told, status: 'valid', expiry: { of: 'access-token' } }]);
  expect(await mac.look(Date.now() + 2 * hourMs)).toMatchObject([{ ...told, status: 'renews-itself' }]);
});

it('says signed out where gemini was told to use an API key and has stored none', async () => {
  mac = await writtenMac(createGemini, { sites });
  await signIn({ methodId: 'gemini-api-key', _meta: { 'api-key': canary } });
  expect(await mac.look()).toMatchObject([{ tool: 'gemini', installed: true, status: 'signed-out' }]);
});
