import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { appOrigin } from './app-scheme';
import { type PageOptions, pagePreferences } from './page-preferences';

/** CSS pixels. */
const widthPixels = 560;
const heightPixels = 680;

export type SettingsWindowPort = Pick<
  BrowserWindow,
  'destroy' | 'focus' | 'isDestroyed' | 'loadURL' | 'on' | 'once' | 'restore' | 'show' | 'webContents'
>;

export interface SettingsWindowOptions extends PageOptions {
  readonly create: (options: BrowserWindowConstructorOptions) => SettingsWindowPort;
  /** An app without a Dock icon has no menu bar either; with a window it is to have both. */
  readonly becomeRegular: (isRegular: boolean) => void;
  readonly onShow: () => void;
  readonly onFocus: () => void;
}

export interface SettingsWindow {
  /** Opens it, or brings the one that is open to the front. */
  open(): void;
  contentsId(): number | null;
  visibleContents(): BrowserWindow['webContents'] | null;
}

export const settingsWindowOptions = (options: PageOptions): BrowserWindowConstructorOptions => ({
  show: false,
  width: widthPixels,
  height: heightPixels,
  minWidth: 480,
  minHeight: 360,
  useContentSize: true,
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
    contentsId: () => (window && !window.isDestroyed() ? window.webContents.id : null),
    visibleContents: () => (window && !window.isDestroyed() ? window.webContents : null),
  };
};
