import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOnePassword } from '../../../electron/tools/onepassword/onepassword';
import { type MacWithDoors, macWithDoors } from '../../system/simulated-doors';
import { canary, contextOf, credentialsOf, withKeychain } from '../one-keychain';

const program = { '/opt/homebrew/bin/op': '' };
const app = { '/Applications/1Password.app/Contents/Info.plist': '' };
const configFile = '/Users/alice/.config/op/config';
const config = (more: object = {}) => ({
  latest_signin: 'my',
  device: canary,
  accounts: [
    { shorthand: 'my', accountUUID: canary, url: 'https://my.example.com', email: canary, accountKey: canary },
    { shorthand: '', url: 'https://work.example.com', accountKey: canary, userUUID: canary },
  ],
  ...more,
});

let at: MacWithDoors;
const look = async (files: Readonly<Record<string, unknown>>, environment: Readonly<Record<string, string>> = {}) => {
  at = await macWithDoors(withKeychain({ files, environment }));
  const doors = at.doors();
  const tool = createOnePassword(contextOf({ ...doors, host: { ...doors.host, environment } }));
  return { tool, doors, credentials: await credentialsOf(tool) };
};
afterEach(() => at.mac.dispose());

describe('1Password CLI', () => {
  it('is not there without its program and its configuration, even with the app', async () => {
    expect((await look(app)).credentials).toMatchObject([{ installed: false, store: 'none', overSsh: 'unknown' }]);
  });

  it('needs the desktop app, unlocked and confirmed', async () => {
    for (const files of [
      { ...program, ...app },
      { [configFile]: { accounts: null, system_auth_latest_signin: 'ABC' } },
    ]) {
      expect((await look(files)).credentials).toMatchObject([
        {
          installed: true,
          store: 'desktop-app',
          overSsh: 'breaks',
          status: 'unknown',
          expiry: null,
          symptom: 'error initializing client: connecting to desktop app',
        },
      ]);
      await at.mac.dispose();
    }
  });

  it('signs in with a password where the accounts are its own', async () => {
    const { credentials } = await look({ ...program, [configFile]: config() });
    expect(credentials).toMatchObject([
      { account: 'my', store: 'file', overSsh: 'survives', reason: expect.stringContaining('30 minutes') },
      { account: 'https://work.example.com', overSsh: 'survives' },
    ]);
    expect(JSON.stringify(credentials)).not.toContain(canary);
  });

  it('may do either where there are both, unless the integration is switched off', async () => {
    const files = { ...program, ...app, [configFile]: config() };
    expect((await look(files)).credentials).toMatchObject([{ overSsh: 'unknown' }, { overSsh: 'unknown' }]);
    await at.mac.dispose();
    const { credentials } = await look(files, { OP_BIOMETRIC_UNLOCK_ENABLED: 'false' });
    expect(credentials).toMatchObject([{ overSsh: 'survives' }, { overSsh: 'survives' }]);
  });

  it.each([
    ['a service account', { OP_SERVICE_ACCOUNT_TOKEN: canary }, 'OP_SERVICE_ACCOUNT_TOKEN', 'survives'],
    ['Connect', { OP_CONNECT_HOST: 'http://x', OP_CONNECT_TOKEN: canary }, 'OP_CONNECT_TOKEN', 'survives'],
    ['a session', { OP_SESSION_my: canary }, 'OP_SESSION_my', 'unknown'],
  ])('uses %s from the environment before anything else', async (_what, environment, name, overSsh) => {
    const { credentials } = await look({ ...program, ...app }, environment);
    expect(credentials).toMatchObject([{ store: 'environment', overSsh, reason: expect.stringContaining(name) }]);
    expect(JSON.stringify(credentials)).not.toContain(canary);
  });

  it('has no account where there is neither one nor the app', async () => {
    expect((await look(program)).credentials).toMatchObject([
      {
        store: 'none',
        status: 'signed-out',
        symptom: 'No accounts configured for use with 1Password CLI.',
      },
    ]);
  });

  it('tells the SSH agent by its socket, and the folder that was chosen', async () => {
    const socket = '~/Library/Group Containers/2BUA8C4S2C.com.1password/t/agent.sock';
    const { credentials } = await look(
      { [socket]: '', '/Users/alice/elsewhere/config': config() },
      {
        OP_CONFIG_DIR: '/Users/alice/elsewhere',
      },
    );
    expect(credentials.map(({ account, overSsh }) => [account, overSsh])).toEqual([
      ['my', 'survives'],
      ['https://work.example.com', 'survives'],
      ['SSH agent', 'breaks'],
    ]);
  });

  it('is not read again while it is the same', async () => {
    const { tool } = await look({ [configFile]: config() });
    const parse = vi.spyOn(JSON, 'parse');
    await credentialsOf(tool);
    expect(parse).not.toHaveBeenCalled();
  });
});
