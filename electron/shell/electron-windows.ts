import { app, BrowserWindow, type Rectangle } from 'electron';
import type { AppState } from '../contract/app-state';
import type { Monitor } from '../monitor/monitor';
import { type Announce, createAnnouncer } from './announcer';
import { createElectronPopover } from './electron-popover';
import type { Log } from './log';
import type { LoginItem } from './login-item';
import type { Notifications } from './notifications';
import type { PageOptions } from './page-preferences';
import type { Popover } from './popover';
import { createSettingsWindow, type SettingsWindow } from './settings-window';

export interface ElectronWindowsOptions extends PageOptions {
  readonly monitor: Pick<Monitor, 'setPopoverVisible' | 'state'> & {
    readonly actions: Pick<Monitor['actions'], 'readDesktopTmux' | 'readShellHelpers'>;
  };
  readonly platform: NodeJS.Platform;
  readonly iconBounds: () => Rectangle;
  readonly loginItem: Pick<LoginItem, 'refresh'>;
  readonly notifications: Pick<Notifications, 'prepare' | 'seen'>;
  readonly appState: () => AppState;
  readonly log: Log;
}

export interface Windows {
  readonly popover: Popover;
  readonly settings: SettingsWindow;
  readonly announce: Announce;
  /** Of each window that lives: whoever else speaks is refused. */
  ownContentsIds(): readonly number[];
}

/** The two windows of this app, and the one way to speak to their pages. */
export const createElectronWindows = (options: ElectronWindowsOptions): Windows => {
  const { monitor, platform, loginItem, notifications, appState } = options;
  const onShow = (): void => {
    loginItem.refresh();
    notifications.prepare();
    announce('stateChanged', appState());
  };
  const popover = createElectronPopover({ ...options, onShow, onHide: notifications.seen });
  const settings = createSettingsWindow({
    ...options,
    create: (windowOptions) => new BrowserWindow(windowOptions),
    becomeRegular: (isRegular) => {
      if (platform !== 'darwin') return;
      app.setActivationPolicy(isRegular ? 'regular' : 'accessory');
      if (isRegular) app.focus({ steal: true });
    },
    onShow,
    onFocus: () => {
      loginItem.refresh();
      void monitor.actions.readDesktopTmux();
      void monitor.actions.readShellHelpers();
    },
  });
  const announce = createAnnouncer(popover.visibleContents, settings.visibleContents);
  return {
    ...{ popover, settings, announce },
    ownContentsIds: () => [popover.contentsId(), settings.contentsId()].filter((id) => id !== null),
  };
};
