import { expect, it } from 'vitest';
import { createCopilot } from '../../electron/tools/editors/copilot';
import type { FakeSites } from './fake-internet';
import { programs } from './programs';
import { canary, type WrittenMac, writtenMac } from './written-mac';

let mac: WrittenMac;

const sites: FakeSites = {
  'GET https://api.github.com/user': () => ({ body: { login: 'octo-alice', id: 1 } }),
  'GET https://api.github.com/copilot_internal/user': () => ({ body: { login: 'octo-alice' } }),
};

it('reads the plain token that copilot login has stored where it has found no keychain', async () => {
  mac = await writtenMac(createCopilot, { sites });
  const login = [...programs.copilot, 'login', '--with-token'].join(' ');
  // Only at a terminal it asks whether it may store the token in plain text.
  await mac.run(['/usr/bin/script', '--quiet', '--return', '--command', login, '/dev/null'], {
    converse: (output, input) => {
      if (output.endsWith('token: ')) input.write(`gho_${canary}\r`);
      if (/\(y\/N\) \S*$/.test(output)) input.write('y\r');
    },
  });
  expect(await mac.look()).toMatchObject([
    { tool: 'copilot', account: 'github.com:octo-alice', store: 'file', overSsh: 'survives', status: 'unknown' },
  ]);
});

it('says signed out where copilot has written its first file only', async () => {
  mac = await writtenMac(createCopilot);
  await mac.run([...programs.copilot, 'mcp', 'add', 'acme', '--', '/bin/true']);
  expect(await mac.look()).toMatchObject([{ tool: 'copilot', installed: true, status: 'signed-out' }]);
});
