import { app, BrowserWindow, Menu, type Rectangle, screen } from 'electron';
import type { AppState } from '../../contract/app-state';
import type { Monitor } from '../../monitor/monitor';
import { type Announce, createAnnouncer } from '../base/announcer';
import type { Log } from '../base/log';
import type { PageOptions } from '../base/page-preferences';
import type { MenuCommand } from '../menus/menu-item';
import { createPopupMenus, type PopupMenus } from '../menus/popup-menus';
import type { Notifications } from '../notifications/notifications';
import type { LoginItem } from '../preferences/login-item';
import { createElectronPopover } from './electron-popover';
import type { Popover } from './popover';
import { createSettingsWindow, type SettingsWindow } from './settings-window';

export interface ElectronWindowsOptions extends PageOptions {
  readonly monitor: Pick<Monitor, 'setPopoverVisible' | 'state'> & {
    readonly actions: Pick<Monitor['actions'], 'readDesktopTmux' | 'readShellHelpers' | 'readCommandLink'>;
  };
  readonly platform: NodeJS.Platform;
  readonly iconBounds: () => Rectangle;
  readonly loginItem: Pick<LoginItem, 'refresh'>;
  readonly notifications: Pick<Notifications, 'prepare' | 'seen'>;
  readonly appState: () => AppState;
  /** Carries out what is chosen in a menu. */
  readonly run: (command: MenuCommand) => void;
  /** Milliseconds since 1970, on the clock of the Mac that is watched. */
  readonly now: () => number;
  readonly log: Log;
}

export interface Windows {
  readonly popover: Popover;
  readonly settings: SettingsWindow;
  readonly menus: PopupMenus;
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
    announce('state.changed', appState());
  };
  const menus = createPopupMenus({
    ...options,
    buildMenu: Menu.buildFromTemplate,
    popUp: (menu, place, closed) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.id === popover.contentsId());
      // macOS may tell of the closing first and of the click after it.
      const callback = (): void => void setImmediate(closed);
      if (window === undefined) callback();
      else menu.popup({ window, ...place, callback });
    },
  });
  const popover = createElectronPopover({
    ...options,
    onShow,
    onHide: notifications.seen,
    isMenuOpen: menus.isOpen,
    isOtherWindowOpen: () => settings.contentsId() !== null,
  });
  const settings = createSettingsWindow({
    ...options,
    create: (windowOptions) => new BrowserWindow(windowOptions),
    becomeRegular: (isRegular) => {
      if (platform !== 'darwin') return;
      app.setActivationPolicy(isRegular ? 'regular' : 'accessory');
      if (isRegular) app.focus({ steal: true });
    },
    workAreaAt: (window) => screen.getDisplayMatching(window).workArea,
    onShow,
    onFocus: () => {
      loginItem.refresh();
      void monitor.actions.readDesktopTmux();
      void monitor.actions.readShellHelpers();
      void monitor.actions.readCommandLink();
    },
  });
  const announce = createAnnouncer(popover.visibleContents, settings.visibleContents);
  return {
    popover,
    settings,
    menus,
    announce,
    ownContentsIds: () => [popover.contentsId(), settings.contentsId()].filter((id) => id !== null),
  };
};
