import { describe, expect, it } from 'vitest';
import { recommendAutoLock } from '../../../electron/core/auto-lock/auto-lock-recommendation';
import type { SystemSleep } from '../../../electron/core/words/system-sleep';

const macMini: SystemSleep = { source: 'ac', acMinutes: 0, batteryMinutes: 'no-battery' };
const laptop: SystemSleep = { source: 'battery', acMinutes: 0, batteryMinutes: 10 };
const fiveMinutes = { lockOnSleep: false, idleTimeoutSeconds: 300 };

describe('recommendAutoLock', () => {
  it.each([
    [
      'a Mac mini on power, FileVault off',
      macMini,
      'on',
      'off',
      'off',
      { lockOnSleep: true, idleTimeoutSeconds: null },
    ],
    ['a Mac mini on power, FileVault on', macMini, 'on', 'on', 'off', { lockOnSleep: false, idleTimeoutSeconds: null }],
    ['a laptop that is reached from afar', laptop, 'on', 'on', 'off', { lockOnSleep: true, idleTimeoutSeconds: null }],
    ['a laptop that is not', laptop, 'off', 'on', 'off', { lockOnSleep: true, idleTimeoutSeconds: 3600 }],
    ['a Mac mini that nobody reaches', macMini, 'off', 'off', 'off', undefined],
    ['not knowing what Mac it is', undefined, 'on', 'on', 'off', undefined],
    ['not knowing how it sleeps', { ...laptop, batteryMinutes: 'unknown' }, 'on', 'on', 'off', undefined],
    ['not knowing whether it is reached', laptop, 'unknown', 'on', 'off', undefined],
    ['not knowing of FileVault', macMini, 'on', 'unknown', 'off', undefined],
  ] as const)('for %s', (_what, systemSleep, remoteLogin, fileVault, autoLogin, settings) => {
    const access = { remoteLogin, fileVault, autoLogin, ...(systemSleep === undefined ? {} : { systemSleep }) };
    expect(recommendAutoLock(fiveMinutes, access)?.settings).toEqual(settings);
  });

  it.each([
    [laptop, 'on', 'This Mac travels and is reached from afar: '],
    [laptop, 'off', 'This Mac travels, and nobody works on it from afar: '],
    [macMini, 'on', 'This Mac stays in its place, on power, with an encrypted disk: '],
  ] as const)('says why: %j, Remote Login %s', (systemSleep, remoteLogin, why) => {
    const access = { remoteLogin, fileVault: 'on', autoLogin: 'off', systemSleep } as const;
    expect(recommendAutoLock(fiveMinutes, access)?.sentence).toContain(why);
  });

  it('says nothing where the present settings fit already', () => {
    const access = { remoteLogin: 'on', fileVault: 'on', autoLogin: 'off', systemSleep: macMini } as const;
    expect(recommendAutoLock({ lockOnSleep: false, idleTimeoutSeconds: null }, access)).toBeNull();
  });

  it('names what automatic login means for an unencrypted disk', () => {
    const access = { remoteLogin: 'on', fileVault: 'off', systemSleep: macMini } as const;
    expect(recommendAutoLock(fiveMinutes, { ...access, autoLogin: 'on' })?.sentence).toContain('keeps your password');
    expect(recommendAutoLock(fiveMinutes, { ...access, autoLogin: 'off' })?.sentence).toMatch(
      /no timeout end remote work\.$/,
    );
  });
});
