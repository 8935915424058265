import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { exampleMac, loginKeychain, noticed, vaultKeychain } from '../example-mac';

const unlock = ['unlock-keychain', '-u', vaultKeychain];

describe('the system’s password dialog', () => {
  it('comes up for -u, stays until it is answered, and unlocks', async () => {
    const mac = await exampleMac();
    const running = mac.run('security', unlock);
    await mac.dialogs.waitForOne();
    expect(mac.lockState('desktop', vaultKeychain).isLocked).toBe(true);
    expect(mac.dialogs.answer()).toBe('unlocked');
    expect(await running).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(mac.lockState('desktop', vaultKeychain).isLocked).toBe(false);
    expect(mac.dialogs.list()).toEqual([]);
    expect(noticed(mac)).toEqual({ dialog: 1, decrypt: 0, 'timer-restart': 1 });
  });

  it('asks again after a wrong answer and gives up after the third', async () => {
    const mac = await exampleMac();
    const running = mac.run('security', unlock);
    await mac.dialogs.waitForOne();
    const outcomes = [1, 2, 3].map(() => mac.dialogs.answer('wrong'));
    expect(outcomes).toEqual(['wrong-asks-again', 'wrong-asks-again', 'wrong-gives-up']);
    expect(await running).toMatchObject({ code: 51 });
    expect(noticed(mac)).toEqual({ dialog: 1, decrypt: 0, 'timer-restart': 0 });
  });

  it('ends with 128 when it is cancelled', async () => {
    const mac = await exampleMac();
    const running = mac.run('security', unlock);
    await mac.dialogs.waitForOne();
    mac.dialogs.cancel();
    const stderr = `security: SecKeychainUnlock ${vaultKeychain}: User canceled the operation.\n`;
    expect(await running).toMatchObject({ code: 128, stderr });
  });

  it('goes when the process that asked is ended', async () => {
    const mac = await exampleMac();
    const child = spawn(`${mac.root}/usr/bin/security`, unlock, { env: mac.environment(), detached: true });
    await mac.dialogs.waitForOne();
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(mac.dialogs.list()).toEqual([]);
    expect(mac.dialogs.answer()).toBe('no-dialog');
    expect(mac.lockState('desktop', vaultKeychain).isLocked).toBe(true);
  });

  it.each([
    { what: 'show-keychain-info', args: ['show-keychain-info', loginKeychain] },
    { what: 'a secret', args: ['find-generic-password', '-s', 'Claude Code-credentials', '-w'] },
  ])('is raised by $what on a locked keychain, as on a Mac', async ({ args }) => {
    const mac = await exampleMac();
    await mac.run('security', ['lock-keychain', loginKeychain]);
    const running = mac.run('security', args);
    await mac.dialogs.waitForOne();
    mac.dialogs.cancel();
    expect(await running).toMatchObject({ code: 128 });
    expect(noticed(mac).dialog).toBe(1);
  });

  it('is never raised over SSH', async () => {
    const mac = await exampleMac();
    expect(await mac.run('security', unlock, { session: 'ssh-1' })).toMatchObject({ code: 36 });
    expect(noticed(mac).dialog).toBe(0);
  });

  it('can be answered by the command that stands for the person', async () => {
    const mac = await exampleMac();
    expect(await mac.run('dialog', ['answer'])).toMatchObject({ code: 1 });
    const running = mac.run('security', unlock);
    await mac.dialogs.waitForOne();
    const listed = await mac.run('dialog', ['list']);
    expect(listed.stdout).toBe(`${vaultKeychain} in session desktop for security unlock-keychain, 0 wrong answers\n`);
    expect(await mac.run('dialog', ['answer'])).toMatchObject({ code: 0, stdout: 'unlocked\n' });
    expect(await running).toMatchObject({ code: 0 });
  });
});
