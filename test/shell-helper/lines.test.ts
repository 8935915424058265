import { existsSync, readdirSync, statSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parseBeacon } from '../../electron/core/sessions/beacon';
import { readBeacons } from '../../electron/system/sessions/beacons';
import { createRemoteMac, homeFolder, type RemoteMac, testedShells } from './remote-mac';
import { countOf } from './terminal';

const line = 'Latchkey: the login keychain is locked in this session.';
const often = { LATCHKEY_EVERY_SECONDS: '0' };

let remote: RemoteMac | null = null;
afterEach(async () => {
  await remote?.dispose();
  remote = null;
});

describe.each(testedShells)('the helper in $program', (shell) => {
  it('says one line in an SSH login, helps to unlock, and says it again when it has locked anew', async () => {
    remote = await createRemoteMac(shell);
    const terminal = remote.open('ssh', often);
    await remote.waitForBeacon('"lock":"locked"');
    terminal.type('');
    await terminal.waitFor(line);
    for (const word of ['one', 'two', 'three']) terminal.type(`echo ${word}`);
    await terminal.waitFor('three', 2);
    expect(countOf(terminal.output(), line)).toBe(1);

    terminal.type('latchkey-unlock');
    await terminal.waitFor('password to unlock');
    terminal.type(remote.password);
    await terminal.waitFor('the login keychain is unlocked in this session');
    await remote.waitForBeacon('"lock":"unlocked"');
    expect(remote.mac.lockState('ssh', `${homeFolder}/Library/Keychains/login.keychain-db`).isLocked).toBe(false);
    terminal.type('echo four');
    await terminal.waitFor('four', 2);
    expect(countOf(terminal.output(), line)).toBe(1);
    expect(terminal.output()).not.toContain(remote.password);

    terminal.type('security lock-keychain');
    terminal.type('');
    await remote.waitForBeacon('"lock":"locked"');
    terminal.type('');
    await terminal.waitFor(line, 2);
    await terminal.leave();
    expect(remote.mac.ledger().filter(({ kind }) => kind === 'dialog')).toEqual([]);
  });

  it('leaves a private beacon while it lives, with names of variables and no value, and none afterwards', async () => {
    remote = await createRemoteMac(shell, [shell.exportLine('GH_TOKEN', 'ghp_very_secret')]);
    const terminal = remote.open('ssh', { ANTHROPIC_API_KEY: 'sk-very-secret', AWS_PROFILE: '' });
    const text = await remote.waitForBeacon('"lock":"locked"');
    expect(parseBeacon(text)).toMatchObject({
      ok: true,
      value: {
        tty: expect.stringMatching(/^pts\/\d+$/),
        sshConnection: { clientAddress: '192.168.1.9' },
        tmuxSocket: null,
        managerName: 'Background',
        keychainPath: `${remote.home}/Library/Keychains/login.keychain-db`,
        exitCode: 36,
        variables: ['ANTHROPIC_API_KEY', 'GH_TOKEN'],
      },
    });
    expect(text).not.toContain('very');
    expect(await readBeacons(remote.host)).toMatchObject({
      kind: 'read',
      value: [{ lock: 'locked', keychainPath: `${homeFolder}/Library/Keychains/login.keychain-db` }],
    });
    const folder = `${remote.home}/Library/Application Support/Latchkey/beacons`;
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).map((name) => statSync(`${folder}/${name}`).mode & 0o777)).toEqual([0o600]);
    await terminal.leave();
    // The last thing that the shell does, or a child of it.
    await expect.poll(() => readdirSync(folder)).toEqual([]);
  });

  it('does nothing in a shell of the desktop', async () => {
    remote = await createRemoteMac(shell);
    const terminal = remote.open('desktop', often);
    for (const word of ['one', 'two', 'three']) terminal.type(`echo ${word}`);
    await terminal.waitFor('three', 2);
    terminal.type('latchkey-unlock');
    terminal.type('echo four');
    await terminal.waitFor('four', 2);
    await terminal.leave();
    expect(terminal.output()).toMatch(/not found|Unknown command/);
    expect(terminal.output()).not.toContain('Latchkey:');
    expect(existsSync(`${remote.home}/Library/Application Support/Latchkey/beacons`)).toBe(false);
    expect(remote.mac.ledger()).toEqual([]);
  });

  it('makes no noise of job control', async () => {
    remote = await createRemoteMac(shell);
    const terminal = remote.open('ssh', often);
    await remote.waitForBeacon('"lock":"locked"');
    for (const word of ['one', 'two', 'three']) terminal.type(`echo ${word}`);
    await terminal.waitFor('three', 2);
    terminal.type('jobs; echo listed');
    await terminal.waitFor('listed', 2);
    await terminal.leave();
    expect(terminal.output()).not.toMatch(/\[\d+\] *[+-]? *(\d+|Done|Running|done|running)|has ended|latchkey-report/);
  });
});
