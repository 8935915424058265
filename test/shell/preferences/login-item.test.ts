import { describe, expect, it, vi } from 'vitest';
import type { LaunchAtLogin } from '../../../electron/contract/app-state';
import { createLoginItem, type LoginItemApp } from '../../../electron/shell/preferences/login-item';

const setUp = (options: {
  readonly platform?: NodeJS.Platform;
  readonly isPackaged?: boolean;
  readonly obeys?: boolean;
}) => {
  let status: LaunchAtLogin = 'not-registered';
  const app = {
    isPackaged: options.isPackaged ?? true,
    getLoginItemSettings: vi.fn(() => ({ status })),
    setLoginItemSettings: vi.fn(({ openAtLogin }: { openAtLogin: boolean }) => {
      if (options.obeys ?? true) status = openAtLogin ? 'enabled' : 'not-registered';
    }),
  };
  const loginItem = createLoginItem(app as unknown as LoginItemApp, options.platform ?? 'darwin', () => undefined);
  const heard = vi.fn();
  loginItem.subscribe(heard);
  return { app, loginItem, heard, become: (next: LaunchAtLogin) => (status = next) };
};

describe('launch at login', () => {
  it('is switched by the service of the app itself and read back', () => {
    const { app, loginItem, heard } = setUp({});
    loginItem.set(true);
    expect(app.setLoginItemSettings).toHaveBeenCalledExactlyOnceWith({ type: 'mainAppService', openAtLogin: true });
    expect(loginItem.status()).toBe('enabled');
    expect(heard).toHaveBeenCalledOnce();
  });

  it('does not claim what macOS silently refused', () => {
    const { loginItem, heard } = setUp({ obeys: false });
    loginItem.set(true);
    expect(loginItem.status()).toBe('not-registered');
    expect(heard).not.toHaveBeenCalled();
  });

  it('notices what was changed in System Settings', () => {
    const { loginItem, become } = setUp({});
    become('requires-approval');
    loginItem.refresh();
    expect(loginItem.status()).toBe('requires-approval');
  });

  it.each([{ platform: 'linux' }, { isPackaged: false }] as const)(
    'is unavailable with %j, and asks nobody',
    (options) => {
      const { app, loginItem } = setUp(options);
      loginItem.set(true);
      loginItem.refresh();
      expect(loginItem.status()).toBe('unavailable');
      expect(app.getLoginItemSettings).not.toHaveBeenCalled();
      expect(app.setLoginItemSettings).not.toHaveBeenCalled();
    },
  );

  it('is unavailable when macOS answers with an error', () => {
    const { app, loginItem } = setUp({});
    app.getLoginItemSettings.mockImplementation(() => {
      throw new Error('no such service');
    });
    loginItem.refresh();
    expect(loginItem.status()).toBe('unavailable');
  });
});
