import type { Menu, NativeImage, Rectangle, Tray, KeyboardEvent as TrayEvent } from 'electron';
import type { TrayIcon, TrayModel } from '../../core/state/tray-model';
import { formatOutsideLines, formatOutsideText } from '../../core/text/format-outside-text';

/** Keeps the icon's place in the menu bar between launches. Never change it. */
export const trayGuid = '6d3f6f0a-4f0e-4a52-9a52-1f6c6a6f1c7e';

export type TrayPort = Pick<
  Tray,
  'getBounds' | 'on' | 'popUpContextMenu' | 'setIgnoreDoubleClickEvents' | 'setImage' | 'setTitle' | 'setToolTip'
>;

export interface TrayOptions {
  readonly createTray: (image: NativeImage, guid: string) => TrayPort;
  readonly images: Readonly<Record<TrayIcon, NativeImage>>;
  readonly menu: () => Menu;
  /** @param icon where the click says that the icon is: more reliable than asking the tray later. */
  readonly onClick: (icon: Rectangle) => void;
}

export interface TrayView {
  /** Idempotent: only what differs from what is shown is set. */
  show(model: TrayModel): void;
  /** Where the icon is; zeros or off the screen when macOS hides it. */
  bounds(): Rectangle;
}

/** The icon in the menu bar. It knows nothing of keychains: it shows the model that it is given. */
export const createTrayView = ({ createTray, images, menu, onClick }: TrayOptions): TrayView => {
  let shown: TrayModel = { icon: 'unknown', title: '', tooltip: '' };
  const tray = createTray(images.unknown, trayGuid);
  // Without this the second of two quick clicks is swallowed.
  tray.setIgnoreDoubleClickEvents(true);
  tray.on('click', (_event: TrayEvent, icon: Rectangle) => onClick(icon));
  // `setContextMenu` would open the menu on the left click too and suppress mouse-up.
  tray.on('right-click', () => tray.popUpContextMenu(menu()));

  return {
    show: (model) => {
      if (model.icon !== shown.icon) tray.setImage(images[model.icon]);
      if (model.title !== shown.title) tray.setTitle(formatOutsideText(model.title), { fontType: 'monospacedDigit' });
      if (model.tooltip !== shown.tooltip) tray.setToolTip(formatOutsideLines(model.tooltip));
      shown = model;
    },
    bounds: () => tray.getBounds(),
  };
};
