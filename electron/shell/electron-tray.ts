import { Menu, nativeImage, Tray } from 'electron';
import type { Monitor } from '../monitor/monitor';
import type { LoginItem } from './login-item';
import { buildTrayMenu } from './menu';
import type { Popover } from './popover';
import { createTrayView, type TrayView } from './tray';
import { runTrayCommand } from './tray-commands';
import { loadTrayImages } from './tray-images';
import { trayMenu } from './tray-menu';

export interface ElectronTrayOptions {
  readonly monitor: Monitor;
  /** Milliseconds since 1970, on the clock of the Mac that is watched. */
  readonly now: () => number;
  readonly loginItem: LoginItem;
  readonly popover: Popover;
  readonly trayFolder: string;
  readonly openSettings: () => void;
  readonly quit: () => void;
}

/** The tray of this app, put together from Electron's parts. */
export const createElectronTray = (options: ElectronTrayOptions): TrayView => {
  const { monitor, loginItem, popover, trayFolder } = options;
  return createTrayView({
    createTray: (image, guid) => new Tray(image, guid),
    images: loadTrayImages(nativeImage, trayFolder),
    menu: () =>
      buildTrayMenu(Menu.buildFromTemplate, trayMenu(monitor.state(), loginItem.status()), runTrayCommand(options)),
    onClick: popover.toggle,
  });
};
