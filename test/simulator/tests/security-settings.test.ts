import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleMac, loginKeychain, nothingNoticed, noticed, vaultKeychain } from '../example-mac';
import { storedSettings } from '../keychain-file';
import type { SimulatedMac } from '../simulated-mac';

const stored = (mac: SimulatedMac, path = loginKeychain) => storedSettings(readFileSync(mac.root + path));

describe('set-keychain-settings writes both values each time', () => {
  it.each([
    { args: ['-l', '-u', '-t', '600'], lockOnSleep: true, idleTimeoutSeconds: 600 },
    { args: ['-t', '600'], lockOnSleep: false, idleTimeoutSeconds: 600 },
    { args: ['-l'], lockOnSleep: true, idleTimeoutSeconds: null },
    { args: ['-u'], lockOnSleep: false, idleTimeoutSeconds: null },
    { args: [], lockOnSleep: false, idleTimeoutSeconds: null },
    { args: ['-lut90'], lockOnSleep: true, idleTimeoutSeconds: 90 },
    { args: ['-t', '2147483647'], lockOnSleep: false, idleTimeoutSeconds: null },
    { args: ['-t', '12abc'], lockOnSleep: false, idleTimeoutSeconds: 12 },
    { args: ['-t', 'abc'], lockOnSleep: false, idleTimeoutSeconds: 0 },
    { args: ['-t', '-5'], lockOnSleep: false, idleTimeoutSeconds: 4294967291 },
  ])('$args gives $lockOnSleep, $idleTimeoutSeconds', async ({ args, ...settings }) => {
    const mac = await exampleMac();
    const run = await mac.run('security', ['set-keychain-settings', ...args, loginKeychain]);
    expect(run).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(stored(mac)).toEqual(settings);
    expect(mac.lockState('desktop', loginKeychain)).toMatchObject(settings);
  });

  it('changes the file’s inode and modification time', async () => {
    const mac = await exampleMac();
    const before = statSync(mac.root + loginKeychain);
    mac.clock.advance(10_000);
    await mac.run('security', ['set-keychain-settings', '-t', '300', loginKeychain]);
    const after = statSync(mac.root + loginKeychain);
    expect(after.ino).not.toBe(before.ino);
    expect(after.mtimeMs - before.mtimeMs).toBe(10_000);
    expect(after.mode & 0o777).toBe(0o600);
  });

  it('is refused over SSH while locked, and leaves the file as it was', async () => {
    const mac = await exampleMac();
    const before = stored(mac);
    const run = await mac.run('security', ['set-keychain-settings', '-t', '1', loginKeychain], { session: 'ssh-1' });
    expect(run).toMatchObject({ code: 36 });
    expect(stored(mac)).toEqual(before);
    expect(noticed(mac)).toEqual(nothingNoticed);
  });

  it('asks on the desktop while locked, and writes nothing when that is cancelled', async () => {
    const mac = await exampleMac();
    const running = mac.run('security', ['set-keychain-settings', '-t', '1', vaultKeychain]);
    expect(await mac.dialogs.waitForOne()).toMatchObject({ keychain: vaultKeychain, session: 'desktop' });
    expect(mac.dialogs.cancel()).toBe('cancelled');
    expect(await running).toMatchObject({ code: 128 });
    expect(stored(mac, vaultKeychain)).toEqual({ lockOnSleep: true, idleTimeoutSeconds: null });
  });
});

describe('create-keychain', () => {
  it('makes a keychain that locks on sleep and after 300 s, unlocked, in the search list', async () => {
    const mac = await exampleMac();
    expect(await mac.run('security', ['create-keychain', '-p', 'pw', 'ci.keychain'])).toMatchObject({ code: 0 });
    const path = '/Users/alice/Library/Keychains/ci.keychain-db';
    expect(stored(mac, path)).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 300 });
    expect(mac.lockState('desktop', path).isLocked).toBe(false);
    const list = await mac.run('security', ['list-keychains']);
    expect(list.stdout).toBe(`    "${loginKeychain}"\n    "${vaultKeychain}"\n    "${path}"\n`);
    const info = await mac.run('security', ['show-keychain-info', 'ci.keychain']);
    expect(info.stderr).toBe('Keychain "ci.keychain" lock-on-sleep timeout=300s\n');
    expect(await mac.run('security', ['create-keychain', '-p', 'pw', 'ci.keychain'])).toMatchObject({ code: 48 });
    expect(await mac.run('security', ['delete-keychain', 'ci.keychain'])).toMatchObject({ code: 0 });
    expect(await mac.run('security', ['show-keychain-info', 'ci.keychain'])).toMatchObject({ code: 50 });
  });
});
