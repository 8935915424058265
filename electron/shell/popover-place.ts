import type { Rectangle, Screen } from 'electron';
import { popoverBounds } from '../core/popover-position';
import { popoverWidthPixels } from './popover-window';

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
