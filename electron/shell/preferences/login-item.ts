import type { App } from 'electron';
import type { LaunchAtLogin } from '../../contract/app-state';
import { nameOfError } from '../../core/text/name-of-error';
import type { Log } from '../base/log';

export interface LoginItem {
  /** What macOS said when it was last asked. */
  status(): LaunchAtLogin;
  /** Asks macOS again: the user may have changed it in System Settings. */
  refresh(): void;
  set(enabled: boolean): void;
  subscribe(listener: () => void): void;
}

export type LoginItemApp = Pick<App, 'getLoginItemSettings' | 'isPackaged' | 'setLoginItemSettings'>;

/**
 * Launch at login through SMAppService. macOS may refuse silently (an app that is not signed, or that was moved), so the
 * status is read back and never assumed. Only a packaged app on macOS can be a login item.
 */
export const createLoginItem = (app: LoginItemApp, platform: NodeJS.Platform, log: Log): LoginItem => {
  const service = { type: 'mainAppService' } as const;
  const isAvailable = platform === 'darwin' && app.isPackaged;
  const listeners: (() => void)[] = [];

  const ask = (): LaunchAtLogin => {
    if (!isAvailable) return 'unavailable';
    try {
      return app.getLoginItemSettings(service).status;
    } catch (error) {
      log(`login item: cannot be read: ${nameOfError(error)}`);
      return 'unavailable';
    }
  };
  let status = ask();
  const refresh = (): void => {
    const before = status;
    status = ask();
    if (status !== before) for (const listener of listeners) listener();
  };

  return {
    status: () => status,
    refresh,
    set: (enabled) => {
      if (!isAvailable) return;
      try {
        app.setLoginItemSettings({ ...service, openAtLogin: enabled });
      } catch (error) {
        log(`login item: cannot be changed: ${nameOfError(error)}`);
      }
      refresh();
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
};
