import { app, BrowserWindow, type Rectangle, type Screen, screen } from 'electron';
import { isUnlockDialogOpen } from '../../core/state/pending-actions';
import { popoverBounds } from '../../core/window/popover-position';
import type { Monitor } from '../../monitor/monitor';
import type { Log } from '../base/log';
import { createPanelActivity } from './panel-activity';
import { createPopover, type Popover, type PopoverOptions } from './popover';
import { createPopoverWindow, type PopoverWindowOptions, popoverWidthPixels } from './popover-window';

export interface ElectronPopoverOptions extends PopoverWindowOptions {
  readonly monitor: Pick<Monitor, 'setPopoverVisible' | 'state'>;
  readonly iconBounds: () => Rectangle;
  readonly onShow: PopoverOptions['onShow'];
  readonly onHide: () => void;
  readonly isMenuOpen: () => boolean;
  readonly isOtherWindowOpen: () => boolean;
  readonly log: Log;
}

/** The popover of this app, put together from Electron's parts. */
export const createElectronPopover = (options: ElectronPopoverOptions): Popover => {
  const { monitor, iconBounds, onShow, onHide, platform, isMenuOpen, isOtherWindowOpen, log } = options;
  const activity = createPanelActivity({ app, platform, systemVersion: process.getSystemVersion(), isOtherWindowOpen });
  return createPopover({
    createWindow: () => createPopoverWindow((windowOptions) => new BrowserWindow(windowOptions), options),
    place: placeOnScreen(screen, iconBounds),
    staysOpenOnBlur: () => isUnlockDialogOpen(monitor.state()) || isMenuOpen(),
    onShow: () => {
      monitor.setPopoverVisible(true);
      activity.prepare();
      onShow();
    },
    onHide: () => {
      monitor.setPopoverVisible(false);
      onHide();
    },
    giveActivityBack: activity.giveBack,
    now: Date.now,
    log,
  });
};

/** Asks the displays anew each time: they come, go and change while the app runs. */
export const placeOnScreen =
  (screen: Pick<Screen, 'getAllDisplays' | 'getCursorScreenPoint' | 'getPrimaryDisplay'>, iconNow: () => Rectangle) =>
  (icon: Rectangle | null, heightPixels: number): Rectangle => {
    const [first = screen.getPrimaryDisplay(), ...others] = screen.getAllDisplays();
    return {
      ...popoverBounds({
        icon: icon ?? iconNow(),
        displays: [first, ...others],
        cursor: screen.getCursorScreenPoint(),
        size: { width: popoverWidthPixels, height: heightPixels },
      }),
    };
  };
