import { Menu, nativeImage, Tray } from 'electron';
import type { AppState } from '../../contract/app-state';
import { localTimeZone } from '../base/local-time-zone';
import { buildMenu } from '../menus/build-menu';
import type { MenuCommand } from '../menus/menu-item';
import type { Popover } from '../windows/popover';
import { createTrayView, type TrayView } from './tray';
import { loadTrayImages } from './tray-images';
import { trayMenu } from './tray-menu';

export interface ElectronTrayOptions {
  readonly appState: () => AppState;
  /** Milliseconds since 1970, on the clock of the Mac that is watched. */
  readonly now: () => number;
  readonly run: (command: MenuCommand) => void;
  readonly popover: Pick<Popover, 'toggle'>;
  readonly trayFolder: string;
}

/** The tray of this app, put together from Electron's parts. */
export const createElectronTray = ({ appState, now, run, popover, trayFolder }: ElectronTrayOptions): TrayView =>
  createTrayView({
    createTray: (image, guid) => new Tray(image, guid),
    images: loadTrayImages(nativeImage, trayFolder),
    menu: () => {
      const state = appState();
      const local = { nowMs: now(), timeZone: localTimeZone(), locale: state.locale };
      return buildMenu(Menu.buildFromTemplate, trayMenu(state, local), run);
    },
    onClick: popover.toggle,
  });
