import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createBoundedTools } from '../../electron/system/children/bounded-tools';
import { type FrameworkLibrary, loadFrameworkLibrary } from '../../electron/system/keychain/framework-library';
import { parseItemAttributes } from '../../electron/system/keychain/item-attributes';
import { readLocksThroughJxa } from '../../electron/system/keychain/jxa';
import { readKeychainFile } from '../../electron/system/keychain/keychain-file';
import { parseKeychainInfo } from '../../electron/system/keychain/keychain-info-line';
import { parseKeychainPaths } from '../../electron/system/keychain/keychain-path-lines';
import {
  readLockThroughFramework,
  readSettingsThroughFramework,
} from '../../electron/system/keychain/security-framework';
import { parseSigningIdentities } from '../../electron/system/keychain/signing-identities';
import { onDisk } from '../../electron/system/mac/host';
import type { MacUnderTest } from './mac-under-test';

const password = 'throw-away';
const item = ['-s', 'Latchkey contract', '-a', 'contract'];

/** What `security` and Security.framework do, as far as Latchkey stands on it. Nothing in here can raise a dialog. */
export const describeKeychains = (make: () => Promise<MacUnderTest>): void => {
  let mac: MacUnderTest;
  let library: FrameworkLibrary;
  let keychain: string;
  let count = 0;

  beforeAll(async () => {
    mac = await make();
    const loaded = loadFrameworkLibrary(mac.host);
    if (!loaded.ok) throw new Error(loaded.reason);
    library = loaded.value;
  });
  beforeEach(async () => {
    count += 1;
    keychain = `${mac.folder}/number ${count}.keychain-db`;
    expect((await mac.security('create-keychain', '-p', password, keychain)).code).toBe(0);
  });
  afterAll(() => mac.dispose());

  const lockState = () => readLockThroughFramework(library, keychain).state;
  const inForce = () => {
    const settings = readSettingsThroughFramework(library, keychain);
    return settings.ok ? settings.value : settings.code;
  };
  const stored = async () => {
    const file = await readKeychainFile(mac.host, keychain);
    return file.kind === 'keychain' ? file.settings : file.kind;
  };
  const set = (...options: string[]) => mac.security('set-keychain-settings', ...options, keychain);
  const unlock = (word: string) => mac.security('unlock-keychain', '-p', word, keychain);
  const lock = () => mac.security('lock-keychain', keychain);
  /** Asked of an unlocked keychain only: a locked one would raise the dialog. */
  const info = () => {
    expect(lockState()).toBe('unlocked');
    return mac.security('show-keychain-info', keychain);
  };

  const signature = async (path = keychain) => {
    const file = await readKeychainFile(mac.host, path);
    return file.kind === 'keychain' ? file.signature : file.kind;
  };

  it('gives each keychain a signature of its own, which a change of the settings leaves as it is', async () => {
    const drawn = await signature();
    expect(drawn).toMatch(/^[0-9a-f]{32}$/);
    await set('-t', '900');
    expect(await stored()).toEqual({ lockOnSleep: false, idleTimeoutSeconds: 900 });
    expect(await signature()).toBe(drawn);
    const other = `${mac.folder}/other.keychain-db`;
    expect((await mac.security('create-keychain', '-p', password, other)).code).toBe(0);
    expect(await signature(other)).not.toBe(drawn);
    expect((await mac.security('delete-keychain', other)).code).toBe(0);
  });

  it('makes a keychain that is unlocked, locks on sleep and after 300 seconds', async () => {
    expect(lockState()).toBe('unlocked');
    expect(inForce()).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 300 });
    expect(await stored()).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 300 });
  });

  it('locks it, and the state is read without unlocking it', async () => {
    expect((await lock()).code).toBe(0);
    expect(lockState()).toBe('locked');
    expect(lockState()).toBe('locked');
  });

  it('tells the settings on standard error, and nothing on standard output', async () => {
    const { code, stdout, stderr } = await info();
    expect([code, stdout]).toEqual([0, '']);
    expect(parseKeychainInfo(stderr)).toEqual({ ok: true, value: { lockOnSleep: true, idleTimeoutSeconds: 300 } });
  });

  it.each([
    [['-l'], { lockOnSleep: true, idleTimeoutSeconds: null }],
    [['-u', '-t', '600'], { lockOnSleep: false, idleTimeoutSeconds: 600 }],
    [['-l', '-u', '-t', '900'], { lockOnSleep: true, idleTimeoutSeconds: 900 }],
    [[], { lockOnSleep: false, idleTimeoutSeconds: null }],
  ])('writes both settings each time: %j', async (options, settings) => {
    expect((await set(...options)).code).toBe(0);
    expect(inForce()).toEqual(settings);
    expect(await stored()).toEqual(settings);
    expect(parseKeychainInfo((await info()).stderr)).toEqual({ ok: true, value: settings });
  });

  it('keeps the settings of a locked keychain in its file, where they can be read', async () => {
    await set('-l', '-u', '-t', '1234');
    await lock();
    expect(await stored()).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 1234 });
  });

  it('does not tell the settings in force of a locked keychain, and does not ask anybody', async () => {
    await lock();
    expect(inForce()).toBe('not-readable');
    expect(lockState()).toBe('locked');
  });

  it('refuses a wrong password with 51 and takes the right one', async () => {
    await lock();
    expect((await unlock('wrong')).code).toBe(51);
    expect(lockState()).toBe('locked');
    expect((await unlock(password)).code).toBe(0);
    expect(lockState()).toBe('unlocked');
  });

  it('takes a wrong password on a keychain that is unlocked already', async () => {
    expect((await unlock('wrong')).code).toBe(0);
  });

  it('tells the attributes of an item while locked, and leaves it locked', async () => {
    expect((await mac.security('add-generic-password', ...item, '-w', 'secret', keychain)).code).toBe(0);
    await lock();
    const { code, stdout } = await mac.security('find-generic-password', ...item, keychain);
    expect(code).toBe(0);
    expect(stdout).not.toContain('secret');
    const attributes = parseItemAttributes(stdout);
    expect(attributes).toMatchObject({ ok: true, value: { account: 'contract', keychainPath: keychain } });
    const age = attributes.ok ? mac.host.now() - (attributes.value.modifiedAt ?? 0) : Number.NaN;
    expect(Math.abs(age)).toBeLessThan(120_000);
    expect(lockState()).toBe('locked');
  });

  it('gives the secret of an unlocked keychain on standard output, in hex when it is not plain', async () => {
    await mac.security('add-generic-password', ...item, '-w', 'secret', keychain);
    expect((await mac.security('find-generic-password', ...item, '-w', keychain)).stdout).toBe('secret\n');
    await mac.security('add-generic-password', '-U', ...item, '-w', 'sécret', keychain);
    const hex = `${Buffer.from('sécret').toString('hex')}\n`;
    expect((await mac.security('find-generic-password', ...item, '-w', keychain)).stdout).toBe(hex);
  });

  it('ends with 44 and says so where there is no item', async () => {
    const { code, stderr } = await mac.security('find-generic-password', '-s', 'no such', keychain);
    expect(code).toBe(44);
    expect(stderr).toContain('The specified item could not be found in the keychain.');
  });

  it('ends with 2 where it does not understand', async () => {
    expect((await set('-Z')).code).toBe(2);
  });

  it('knows a keychain that is not there, and a file that is none, as neither locked nor unlocked', () => {
    keychain = `${mac.folder}/never made.keychain-db`;
    expect(lockState()).toBe('unknown');
    keychain = `${mac.folder}/no keychain.txt`;
    writeFileSync(onDisk(mac.host, keychain), 'not a keychain');
    expect(lockState()).not.toBe('unlocked');
  });

  it('lists keychains by path, and escapes nothing in it', async () => {
    keychain = `${mac.folder}/my \\100 "box".keychain-db`;
    expect((await mac.security('create-keychain', '-p', password, keychain)).code).toBe(0);
    const { code, stdout } = await mac.security('list-keychains');
    expect(code).toBe(0);
    const paths = parseKeychainPaths(stdout);
    expect(paths.ok && paths.value).toContain(keychain);
  });

  it('tells an account without one printable byte by its bytes', async () => {
    await mac.security('add-generic-password', '-s', 'Latchkey contract', '-a', '山田', '-w', 'secret', keychain);
    const { stdout } = await mac.security('find-generic-password', '-s', 'Latchkey contract', keychain);
    expect(parseItemAttributes(stdout)).toMatchObject({ ok: true, value: { account: '山田' } });
  });

  it('lists the identities that can sign, in words that can be read', async () => {
    const { code, stdout } = await mac.security('find-identity', '-p', 'codesigning');
    expect([code, parseSigningIdentities(stdout)]).toMatchObject([0, { ok: true }]);
  });

  it('tells JavaScript for Automation the same as a call in this process', async () => {
    const ask = () => readLocksThroughJxa(createBoundedTools(mac.host), [keychain]);
    expect(await ask()).toEqual({ ok: true, value: [{ state: 'unlocked' }] });
    await lock();
    expect(await ask()).toEqual({ ok: true, value: [{ state: 'locked' }] });
  });
};
