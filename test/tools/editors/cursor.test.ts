import { afterEach, describe, expect, it } from 'vitest';
import { createCursor } from '../../../electron/tools/editors/cursor';
import { type MacWithDoors, macWithDoors } from '../../system/simulated-doors';
import { canary, contextOf, credentialsOf, generic, withKeychain } from '../one-keychain';
import { noSearchAnswers } from '../searches';

const configFile = '/Users/alice/.cursor/cli-config.json';
const stateFile = '/Users/alice/Library/Application Support/Cursor/User/globalStorage/state.vscdb';
let at: MacWithDoors;
const make = async (
  more: Parameters<typeof withKeychain>[0],
  keychain: Parameters<typeof withKeychain>[1] = {},
  environment: Readonly<Record<string, string>> = {},
) => {
  at = await macWithDoors(withKeychain(more, keychain));
  const doors = at.doors();
  await doors.security.lockAll();
  return createCursor(contextOf({ ...doors, host: { ...doors.host, environment } }));
};
const look = async (...given: Parameters<typeof make>) => {
  const credentials = await credentialsOf(await make(...given));
  expect(JSON.stringify(credentials)).not.toContain(canary);
  expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
  return credentials;
};
afterEach(() => at.mac.dispose());

describe('Cursor', () => {
  it('keeps its own login in a database, which is not read', async () => {
    const items = [generic('Cursor Safe Storage', 'Cursor Key')];
    expect(await look({ files: { [stateFile]: canary } }, { items })).toMatchObject([
      { store: 'file', overSsh: 'survives', status: 'unknown', reason: expect.stringContaining(stateFile) },
    ]);
  });

  it('has its key in the login keychain where there is no database yet, and a server for Remote-SSH', async () => {
    const files = { '/Applications/Cursor.app/Contents/Info.plist': '', '~/.cursor-server/data/x': '' };
    expect(await look({ files }, { items: [generic('Cursor Safe Storage')] })).toMatchObject([
      { store: 'login-keychain', overSsh: 'survives' },
      { account: 'Remote-SSH', store: 'none', overSsh: 'unknown' },
    ]);
  });

  it('breaks in its command line agent, unless there is an API key', async () => {
    const items = [generic('cursor-access-token', 'cursor-user'), generic('cursor-refresh-token', 'cursor-user')];
    expect(await look({}, { items })).toMatchObject([
      {
        account: 'cursor-agent',
        store: 'login-keychain',
        overSsh: 'breaks',
        symptom: 'Error: Your macOS login keychain is locked.',
      },
    ]);
    await at.mac.dispose();
    expect(await look({}, { items }, { CURSOR_API_KEY: canary })).toMatchObject([
      { account: 'cursor-agent', store: 'environment', overSsh: 'survives' },
    ]);
  });

  it('is signed out where the agent has no item, whether it knows an account or not', async () => {
    const signedOut = { account: 'cursor-agent', store: 'none', status: 'signed-out' };
    const files = { [configFile]: { authInfo: { email: canary, userId: 1 }, token: canary } };
    expect(await look({ files })).toMatchObject([{ ...signedOut, reason: expect.stringContaining(configFile) }]);
    await at.mac.dispose();
    expect(await look({ files: { '~/.local/bin/cursor-agent': '' } })).toMatchObject([signedOut]);
    await at.mac.dispose();
    expect(await look({ files, faults: noSearchAnswers })).toMatchObject([
      { account: 'cursor-agent', store: 'unknown' },
    ]);
  });
});
