import { describe, expect, it } from 'vitest';
import { exampleMac, loginKeychain, nothingNoticed, noticed, vaultKeychain } from '../example-mac';

const ssh = { session: 'ssh-1' };

describe('lock state belongs to a session', () => {
  it('is unlocked on the desktop and locked over SSH at the same time', async () => {
    const mac = await exampleMac();
    const desktop = await mac.run('security', ['show-keychain-info', loginKeychain]);
    expect(desktop).toMatchObject({ code: 0, stdout: '', stderr: `Keychain "${loginKeychain}" timeout=300s\n` });
    expect(await mac.run('security', ['show-keychain-info', loginKeychain], ssh)).toMatchObject({
      code: 36,
      stdout: '',
      stderr: `security: SecKeychainCopySettings ${loginKeychain}: User interaction is not allowed.\n`,
    });
    expect(noticed(mac)).toEqual(nothingNoticed);
  });

  it('is unlocked in the one session that unlocks', async () => {
    const mac = await exampleMac();
    const unlock = ['unlock-keychain', '-p', 'vault', vaultKeychain];
    expect(await mac.run('security', unlock, ssh)).toMatchObject({ code: 0, stderr: '' });
    expect(mac.lockState('ssh-1', vaultKeychain).isLocked).toBe(false);
    expect(mac.lockState('desktop', vaultKeychain).isLocked).toBe(true);
  });

  it('takes a wrong password on an unlocked keychain, and no wrong one on a locked', async () => {
    const mac = await exampleMac();
    expect(await mac.run('security', ['unlock-keychain', '-p', 'wrong', loginKeychain])).toMatchObject({ code: 0 });
    expect(await mac.run('security', ['unlock-keychain', '-p', 'wrong', loginKeychain], ssh)).toMatchObject({
      code: 51,
      stderr: `security: SecKeychainUnlock ${loginKeychain}: The user name or passphrase you entered is not correct.\n`,
    });
    expect(noticed(mac)).toEqual(nothingNoticed);
  });

  it('locks everything of one session with -a and nothing of the other', async () => {
    const mac = await exampleMac();
    await mac.run('security', ['unlock-keychain', '-p', 'right', loginKeychain], ssh);
    expect(await mac.run('security', ['lock-keychain', '-a'], ssh)).toMatchObject({ code: 0 });
    expect(mac.lockState('ssh-1', loginKeychain).isLocked).toBe(true);
    expect(mac.lockState('desktop', loginKeychain).isLocked).toBe(false);
  });

  it('locks what locks on sleep in all sessions when the system sleeps', async () => {
    const mac = await exampleMac();
    for (const session of ['desktop', 'ssh-1']) {
      await mac.run('security', ['unlock-keychain', '-p', 'vault', vaultKeychain], { session });
    }
    mac.sleep();
    const states = ['desktop', 'ssh-1'].map((session) => mac.lockState(session, vaultKeychain).isLocked);
    expect(states).toEqual([true, true]);
    expect(mac.lockState('desktop', loginKeychain).isLocked).toBe(false);
  });
});

describe('a session keeps the settings that it unlocked with', () => {
  it('until it locks, whatever another session writes; the writer has the new ones at once', async () => {
    const mac = await exampleMac();
    await mac.run('security', ['unlock-keychain', '-p', 'right', loginKeychain], ssh);
    await mac.run('security', ['set-keychain-settings', '-l', '-t', '60', loginKeychain], ssh);
    expect(mac.lockState('ssh-1', loginKeychain)).toMatchObject({ lockOnSleep: true, idleTimeoutSeconds: 60 });
    expect(mac.lockState('desktop', loginKeychain)).toMatchObject({ lockOnSleep: false, idleTimeoutSeconds: 300 });
    const info = ['show-keychain-info', loginKeychain];
    expect((await mac.run('security', info)).stderr).toBe(`Keychain "${loginKeychain}" timeout=300s\n`);
    await mac.run('security', ['lock-keychain', loginKeychain]);
    await mac.run('security', ['unlock-keychain', '-p', 'right', loginKeychain]);
    expect((await mac.run('security', info)).stderr).toBe(`Keychain "${loginKeychain}" lock-on-sleep timeout=60s\n`);
  });
});
