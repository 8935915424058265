import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { appOrigin } from '../base/app-scheme';
import { type PageOptions, pagePreferences } from '../base/page-preferences';

/** CSS pixels. */
export const popoverWidthPixels = 360;

export interface PopoverWindowOptions extends PageOptions {
  readonly platform: NodeJS.Platform;
}

/**
 * A window that behaves like a menu-bar popover. On macOS a panel: it does not take the front from the app below and
 * shows over full-screen apps, on every Space. The rest of the options switch off what a popover must not do.
 */
export const popoverWindowOptions = (options: PopoverWindowOptions): BrowserWindowConstructorOptions => ({
  show: false,
  width: popoverWidthPixels,
  height: 480,
  useContentSize: true,
  frame: false,
  resizable: false,
  movable: false,
  minimizable: false,
  maximizable: false,
  fullscreenable: false,
  skipTaskbar: true,
  title: 'Latchkey',
  ...(options.platform === 'darwin'
    ? { type: 'panel', vibrancy: 'popover', visualEffectState: 'active', backgroundColor: '#00000000' }
    : { alwaysOnTop: true }),
  webPreferences: pagePreferences(options),
});

/** The page leaves its background unpainted where macOS lays its own material below it. */
const popoverUrl = (platform: NodeJS.Platform): string =>
  `${appOrigin}/index.html${platform === 'darwin' ? '?vibrancy' : ''}`;

/** @param create constructs Electron's window; the page begins to load at once. */
export const createPopoverWindow = (
  create: (options: BrowserWindowConstructorOptions) => BrowserWindow,
  options: PopoverWindowOptions,
): BrowserWindow => {
  const window = create(popoverWindowOptions(options));
  window.setMenuBarVisibility(false);
  // A failed load is heard of as `did-fail-load`; the promise says the same a second time.
  window.loadURL(popoverUrl(options.platform)).catch(() => undefined);
  return window;
};
