import { afterEach, describe, expect, it } from 'vitest';
import { createVsCode } from '../../../electron/tools/editors/vscode';
import { type MacWithDoors, macWithDoors } from '../../system/simulated-doors';
import { canary, contextOf, credentialsOf, generic, withKeychain } from '../one-keychain';
import { noSearchAnswers } from '../searches';

const app = { '/Applications/Visual Studio Code.app/Contents/Info.plist': '' };
let at: MacWithDoors;
const look = async (
  more: Parameters<typeof withKeychain>[0],
  keychain: Parameters<typeof withKeychain>[1] = {},
  environment: Readonly<Record<string, string>> = {},
) => {
  at = await macWithDoors(withKeychain(more, keychain));
  const doors = at.doors();
  await doors.security.lockAll();
  const credentials = await credentialsOf(createVsCode(contextOf({ ...doors, host: { ...doors.host, environment } })));
  expect(JSON.stringify(credentials)).not.toContain(canary);
  expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
  return credentials;
};
afterEach(() => at.mac.dispose());

describe('VS Code', () => {
  it('has its key in the login keychain and is nothing that SSH breaks', async () => {
    const insiders = { '~/Library/Application Support/Code - Insiders/User/settings.json': '{}' };
    const items = [generic('Code Safe Storage', 'Code Key'), generic('Code - Insiders Safe Storage')];
    const credentials = await look({ files: { ...app, ...insiders } }, { items });
    expect(credentials).toMatchObject([
      { store: 'login-keychain', overSsh: 'survives', reason: expect.stringContaining('"Code Safe Storage"') },
      { account: 'Insiders', overSsh: 'survives', reason: expect.stringContaining('"Code - Insiders Safe Storage"') },
    ]);
  });

  it('says what is unknown: no key, or keychains that cannot be searched', async () => {
    expect(await look({ files: app })).toMatchObject([{ installed: true, store: 'none', overSsh: 'unknown' }]);
    await at.mac.dispose();
    expect(await look({ files: app, faults: noSearchAnswers })).toMatchObject([
      { store: 'unknown', overSsh: 'unknown' },
    ]);
  });

  it('has servers for Remote-SSH, of which what they run here reads this keychain', async () => {
    const remote = { installed: true, store: 'none', overSsh: 'unknown', status: 'unknown' };
    const files = {
      '~/.vscode-server/data/Machine/settings.json': '{}',
      '~/.vscode-server-insiders/data/x': '',
      '~/.vscode-server-insiders/extensions/anthropic.claude-code-2.1.240-darwin-arm64/package.json': '{}',
      '~/.vscodium-server/data/x': '',
    };
    expect(await look({ files })).toMatchObject([
      { ...remote, account: 'Remote-SSH', reason: expect.stringMatching(/such as git, reads this Mac's keychain/) },
      {
        ...remote,
        account: 'Remote-SSH (VS Code Insiders)',
        reason: expect.stringMatching(/such as Claude Code and git, reads this Mac's keychain/),
      },
      { ...remote, account: 'Remote-SSH (VSCodium)' },
    ]);
  });

  it('keeps the login of code tunnel in the keychain, or in a file, or perhaps in either', async () => {
    const items = [generic('vscode-cli', 'vscode-cli-0')];
    const files = { '~/.vscode/cli/token.json': canary };
    const tunnel = { account: 'code tunnel' };
    const symptom = 'Error reading token from keyring, getting a new one';
    expect(await look({}, { items })).toMatchObject([{ ...tunnel, overSsh: 'breaks', symptom }]);
    await at.mac.dispose();
    expect(await look({ files })).toMatchObject([{ ...tunnel, store: 'file', overSsh: 'survives' }]);
    await at.mac.dispose();
    expect(await look({ files }, { items })).toMatchObject([{ ...tunnel, overSsh: 'unknown', symptom }]);
    await at.mac.dispose();
    const environment = { VSCODE_CLI_USE_FILE_KEYCHAIN: '1' };
    expect(await look({ files }, { items }, environment)).toMatchObject([{ ...tunnel, store: 'file' }]);
  });
});
