import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { appOrigin } from '../base/app-scheme';
import { type PageOptions, pagePreferences } from '../base/page-preferences';

/** CSS pixels. The height is that of the first tab, until its page has said how high it is. */
const widthPixels = 560;
const heightPixels = 400;

export type SettingsWindowPort = Pick<
  BrowserWindow,
  | 'destroy'
  | 'focus'
  | 'getBounds'
  | 'getContentBounds'
  | 'isDestroyed'
  | 'loadURL'
  | 'on'
  | 'once'
  | 'restore'
  | 'setBounds'
  | 'show'
  | 'webContents'
>;

export interface SettingsWindowOptions extends PageOptions {
  readonly create: (options: BrowserWindowConstructorOptions) => SettingsWindowPort;
  /** An app without a Dock icon has no menu bar either; with a window it is to have both. */
  readonly becomeRegular: (isRegular: boolean) => void;
  /** Where windows may be on the display that a window is on: without the menu bar and the Dock. */
  readonly workAreaAt: (window: Rectangle) => Rectangle;
  readonly onShow: () => void;
  readonly onFocus: () => void;
}

export interface SettingsWindow {
  /** Opens it, or brings the one that is open to the front. */
  open(): void;
  /** Fits it to the tab that it shows; its upper edge stays, as long as the display has room below. */
  resize(contentHeightPixels: number): void;
  contentsId(): number | null;
  visibleContents(): BrowserWindow['webContents'] | null;
}

export const settingsWindowOptions = (options: PageOptions): BrowserWindowConstructorOptions => ({
  show: false,
  width: widthPixels,
  height: heightPixels,
  useContentSize: true,
  resizable: false,
  maximizable: false,
  fullscreenable: false,
  title: 'Latchkey Settings',
  webPreferences: pagePreferences(options),
});

/** A normal window, made when it is asked for and gone when it is closed. */
export const createSettingsWindow = (options: SettingsWindowOptions): SettingsWindow => {
  let window: SettingsWindowPort | null = null;

  const make = (): SettingsWindowPort => {
    const made = options.create(settingsWindowOptions(options));
    const forget = (): void => {
      if (window !== made) return;
      window = null;
      options.becomeRegular(false);
    };
    made.once('ready-to-show', () => {
      if (window !== made) return;
      options.onShow();
      made.show();
    });
    made.on('closed', forget);
    // The user may come back from System Settings, or from a terminal.
    made.on('focus', options.onFocus);
    // Its page keeps its own title; a page that has died is not brought back: the next click makes a new window.
    made.on('page-title-updated', (event) => event.preventDefault());
    made.webContents.on('render-process-gone', () =>
      setImmediate(() => {
        if (!made.isDestroyed()) made.destroy();
      }),
    );
    // A failed load is heard of as a window that never shows; the promise says the same a second time.
    made.loadURL(`${appOrigin}/index.html?window=settings`).catch(() => made.destroy());
    return made;
  };

  return {
    open: () => {
      if (window && !window.isDestroyed()) {
        window.restore();
        window.show();
        window.focus();
        return;
      }
      options.becomeRegular(true);
      window = make();
    },
    resize: (contentHeightPixels) => {
      if (!window || window.isDestroyed()) return;
      const bounds = window.getBounds();
      const titleBarPixels = bounds.height - window.getContentBounds().height;
      const area = options.workAreaAt(bounds);
      const height = Math.min(contentHeightPixels + titleBarPixels, area.height);
      const y = Math.max(area.y, Math.min(bounds.y, area.y + area.height - height));
      window.setBounds({ ...bounds, y, height });
    },
    contentsId: () => (window && !window.isDestroyed() ? window.webContents.id : null),
    visibleContents: () => (window && !window.isDestroyed() ? window.webContents : null),
  };
};
