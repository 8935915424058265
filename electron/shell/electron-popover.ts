import { BrowserWindow, type Rectangle, screen } from 'electron';
import type { Monitor } from '../monitor/monitor';
import type { Log } from './log';
import { createPopover, type Popover, type PopoverOptions } from './popover';
import { placeOnScreen } from './popover-place';
import { createPopoverWindow, type PopoverWindowOptions } from './popover-window';
import { isUnlockDialogOpen } from './presentation';

export interface ElectronPopoverOptions extends PopoverWindowOptions {
  readonly monitor: Pick<Monitor, 'setPopoverVisible' | 'state'>;
  readonly iconBounds: () => Rectangle;
  readonly onShow: PopoverOptions['onShow'];
  readonly onHide: () => void;
  readonly log: Log;
}

/** The popover of this app, put together from Electron's parts. */
export const createElectronPopover = (options: ElectronPopoverOptions): Popover => {
  const { monitor, iconBounds, onShow, onHide, log } = options;
  return createPopover({
    createWindow: () => createPopoverWindow((windowOptions) => new BrowserWindow(windowOptions), options),
    place: placeOnScreen(screen, iconBounds),
    staysOpenOnBlur: () => isUnlockDialogOpen(monitor.state()),
    onShow: () => {
      monitor.setPopoverVisible(true);
      onShow();
    },
    onHide: () => {
      monitor.setPopoverVisible(false);
      onHide();
    },
    now: Date.now,
    log,
  });
};
