import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createSettingsWindow,
  type SettingsWindow,
  type SettingsWindowPort,
} from '../../../electron/shell/windows/settings-window';
import { createWindowDouble, type WindowDouble } from '../popover-double';

describe('the settings window', () => {
  let made: WindowDouble[];
  let options: BrowserWindowConstructorOptions[];
  let settings: SettingsWindow;
  const [becomeRegular, onShow, onFocus, restore] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const titleBarPixels = 28;
  const area: Rectangle = { x: 0, y: 25, width: 1440, height: 800 };
  let bounds: Rectangle;
  const loadURL = vi.fn(() => Promise.resolve());
  const latest = (): WindowDouble => made.at(-1) as WindowDouble;

  beforeEach(() => {
    vi.clearAllMocks();
    made = [];
    options = [];
    bounds = { x: 300, y: 200, width: 560, height: 428 };
    settings = createSettingsWindow({
      ...{ preloadPath: '/app/preload.cjs', partition: 'latchkey', isPackaged: true, becomeRegular, onShow, onFocus },
      workAreaAt: () => area,
      create: (windowOptions) => {
        options.push(windowOptions);
        made.push(createWindowDouble(made.length + 1));
        const getContentBounds = () => ({ ...bounds, height: bounds.height - titleBarPixels });
        const places = { getBounds: () => bounds, getContentBounds };
        return Object.assign(latest().window, { loadURL, restore, ...places }) as unknown as SettingsWindowPort;
      },
    });
  });

  it('is a normal window of our own page, as confined as the popover', () => {
    settings.open();
    expect(loadURL).toHaveBeenCalledExactlyOnceWith('app://latchkey/index.html?window=settings');
    expect(options[0]).toMatchObject({ title: 'Latchkey Settings', fullscreenable: false });
    expect(options[0]?.frame ?? true).toBe(true);
    expect(options[0]?.webPreferences).toMatchObject({
      ...{ sandbox: true, contextIsolation: true, nodeIntegration: false, partition: 'latchkey', devTools: false },
    });
  });

  it('appears once its page can be seen, and with it the app in the Dock and its menu', () => {
    settings.open();
    expect(becomeRegular).toHaveBeenLastCalledWith(true);
    expect(latest().calls.show).not.toHaveBeenCalled();
    latest().becomeReady();
    expect(onShow.mock.invocationCallOrder[0]).toBeLessThan(latest().calls.show.mock.invocationCallOrder[0] ?? 0);
    latest().window.destroy();
    expect(becomeRegular).toHaveBeenLastCalledWith(false);
    expect(settings.visibleContents()).toBeNull();
  });

  it('tells when it is come back to: what it shows may have changed elsewhere', () => {
    settings.open();
    latest().becomeReady();
    expect(onFocus).not.toHaveBeenCalled();
    latest().comeBack();
    expect(onFocus).toHaveBeenCalledOnce();
  });

  it('is one: asked for again, it comes to the front', () => {
    settings.open();
    latest().becomeReady();
    settings.open();
    expect(made).toHaveLength(1);
    expect(restore).toHaveBeenCalledOnce();
    expect(latest().calls.focus).toHaveBeenCalledOnce();
    expect(settings.contentsId()).toBe(1);
  });

  it.each([
    ['as high as its tab, with its upper edge where it was', 300, 200, { y: 200, height: 328 }],
    ['moved up where its lower edge would leave the display', 500, 600, { y: 297, height: 528 }],
    ['never higher than the display, nor below the menu bar', 2000, 200, { y: 25, height: 800 }],
  ])('is %s', (_what, contentHeightPixels, y, expected) => {
    settings.open();
    bounds = { ...bounds, y };
    settings.resize(contentHeightPixels);
    expect(latest().calls.setBounds).toHaveBeenCalledExactlyOnceWith({ x: 300, width: 560, ...expected });
  });

  it('that is closed takes no height', () => {
    settings.resize(300);
    settings.open();
    latest().window.destroy();
    settings.resize(300);
    expect(latest().calls.setBounds).not.toHaveBeenCalled();
  });

  it('is made anew after it was closed, and after its page has died', async () => {
    settings.open();
    latest().window.destroy();
    settings.open();
    expect(settings.contentsId()).toBe(2);
    latest().crash();
    await vi.waitUntil(() => latest().isDestroyed());
    expect(settings.contentsId()).toBeNull();
    settings.open();
    expect(settings.contentsId()).toBe(3);
  });
});
