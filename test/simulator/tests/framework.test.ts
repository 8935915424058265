import koffi from 'koffi';
import { describe, expect, it } from 'vitest';
import { exampleMac, loginKeychain, nothingNoticed, noticed, vaultKeychain } from '../example-mac';
import type { SimulatedMac } from '../simulated-mac';

koffi.struct('SecKeychainSettings', {
  version: 'uint32_t',
  lockOnSleep: 'uint8_t',
  useLockInterval: 'uint8_t',
  lockInterval: 'uint32_t',
});

interface Settings {
  version: number;
  lockOnSleep?: number;
  lockInterval?: number;
}

/** The stub of one Mac, called as a program calls the framework. Each Mac has a library of its own, with its own memory. */
const frameworkOf = (mac: SimulatedMac) => {
  const library = koffi.load(`${mac.root}/System/Library/Frameworks/Security.framework/Security`);
  const open = library.func('int32_t SecKeychainOpen(const char *path, _Out_ void **keychain)');
  const copyDefault = library.func('int32_t SecKeychainCopyDefault(_Out_ void **keychain)');
  const status = library.func('int32_t SecKeychainGetStatus(void *keychain, _Out_ uint32_t *status)');
  const settings = library.func('int32_t SecKeychainCopySettings(void *keychain, _Inout_ SecKeychainSettings *out)');
  const path = library.func('int32_t SecKeychainGetPath(void *keychain, _Inout_ uint32_t *length, void *into)');
  return {
    allowInteraction: library.func('int32_t SecKeychainSetUserInteractionAllowed(uint8_t state)') as (
      state: number,
    ) => number,
    unlock: library.func('int32_t SecKeychainUnlock(void *keychain, uint32_t n, const char *pw, uint8_t use)'),
    lock: library.func('int32_t SecKeychainLock(void *keychain)'),
    setSettings: library.func('int32_t SecKeychainSetSettings(void *keychain, const SecKeychainSettings *settings)'),
    open: (keychainPath: string): unknown => {
      const result: unknown[] = [null];
      expect(open(keychainPath, result)).toBe(0);
      return result[0];
    },
    standard: (): unknown => {
      const result: unknown[] = [null];
      expect(copyDefault(result)).toBe(0);
      return result[0];
    },
    status: (keychain: unknown) => {
      const result = [0];
      const code: number = status(keychain, result);
      return code === 0 ? (result[0] ?? 0) : code;
    },
    settings: (keychain: unknown): Settings | number => {
      const result: Settings = { version: 1 };
      const code: number = settings(keychain, result);
      return code === 0 ? result : code;
    },
    path: (keychain: unknown): string => {
      const buffer = Buffer.alloc(1024);
      const length = [buffer.length];
      expect(path(keychain, length, buffer)).toBe(0);
      return buffer.toString('utf8', 0, length[0]);
    },
  };
};

describe('the stand-in for Security.framework', () => {
  it('reads both states and both settings, and nobody notices', async () => {
    const mac = await exampleMac();
    const framework = frameworkOf(mac);
    expect(framework.allowInteraction(0)).toBe(0);
    const login = framework.open(loginKeychain);
    expect(framework.status(login)).toBe(7);
    expect(framework.status(framework.open(vaultKeychain))).toBe(2);
    expect(framework.status(null)).toBe(7);
    expect(framework.settings(login)).toMatchObject({ lockOnSleep: 0, lockInterval: 300 });
    expect(framework.path(framework.standard())).toBe(loginKeychain);
    expect(mac.ledger()).toEqual([]);
    expect(noticed(mac)).toEqual(nothingNoticed);
  });

  it('sees what the tools do, and the clock', async () => {
    const mac = await exampleMac();
    const framework = frameworkOf(mac);
    framework.allowInteraction(0);
    const login = framework.open(mac.root + loginKeychain);
    mac.clock.advance(300_000);
    expect(framework.status(login)).toBe(2);
    await mac.run('security', ['unlock-keychain', '-p', 'right', loginKeychain]);
    expect(framework.status(login)).toBe(7);
    await mac.run('security', ['set-keychain-settings', '-l', loginKeychain]);
    expect(framework.settings(login)).toMatchObject({ lockOnSleep: 1, lockInterval: 2147483647 });
  });

  it('fails with -25308 instead of asking once interaction is off', async () => {
    const mac = await exampleMac();
    const framework = frameworkOf(mac);
    framework.allowInteraction(0);
    expect(framework.settings(framework.open(vaultKeychain))).toBe(-25308);
    expect(mac.ledger()).toEqual([]);
  });

  it('keeps the flag of the moment at which a keychain was first opened, and writes that down', async () => {
    const mac = await exampleMac();
    const framework = frameworkOf(mac);
    framework.open(vaultKeychain);
    framework.allowInteraction(0);
    expect(mac.ledger()).toMatchObject([{ kind: 'opened-with-interaction', keychain: vaultKeychain }]);
    // Switched off too late: the dialog comes up all the same, and goes when nobody can answer it.
    expect(framework.settings(framework.open(vaultKeychain))).toBe(-128);
    expect(noticed(mac).dialog).toBe(1);
    expect(mac.dialogs.list()).toEqual([]);
  });

  it('unlocks, locks and writes settings into the same state', async () => {
    const mac = await exampleMac();
    const framework = frameworkOf(mac);
    framework.allowInteraction(0);
    const vault = framework.open(vaultKeychain);
    expect(framework.unlock(vault, 5, 'wrong', 1)).toBe(-25293);
    expect(framework.unlock(vault, 5, 'vault', 1)).toBe(0);
    const written = { version: 1, lockOnSleep: 0, useLockInterval: 1, lockInterval: 42 };
    expect(framework.setSettings(vault, written)).toBe(0);
    expect(mac.lockState('desktop', vaultKeychain)).toMatchObject({ isLocked: false, idleTimeoutSeconds: 42 });
    const info = await mac.run('security', ['show-keychain-info', vaultKeychain]);
    expect(info.stderr).toBe(`Keychain "${vaultKeychain}" timeout=42s\n`);
    expect(framework.lock(vault)).toBe(0);
    expect(mac.lockState('desktop', vaultKeychain).isLocked).toBe(true);
    expect(noticed(mac)).toEqual({ dialog: 0, decrypt: 0, 'timer-restart': 2 });
  });

  it('says what is wrong with a path', async () => {
    const mac = await exampleMac();
    const framework = frameworkOf(mac);
    framework.allowInteraction(0);
    expect(framework.status(framework.open('/nowhere.keychain'))).toBe(-25294);
    expect(framework.status(framework.open('/private/var/latchkey/clock'))).toBe(-25295);
  });
});
