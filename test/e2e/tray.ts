import type { Menu, NativeImage, Tray } from 'electron';
import type { ElectronApplication } from 'playwright-core';
import { expect } from 'vitest';
import { type TrayModel, trayIcons } from '../../electron/core/state/tray-model';
import { eventually } from '../vitest/patience';

/** Kept by tray-recorder.cjs in Electron's main process. */
interface TrayRecord {
  /** Null until it is made. */
  readonly tray: Tray | null;
  readonly image: NativeImage | null;
  readonly title: string;
  readonly tooltip: string;
  readonly menu: Menu | null;
}

declare global {
  var trayRecord: TrayRecord;
}

/** Knows the icon by its pixels: they are compared with the files in the given folder. */
export const readTray = (electron: ElectronApplication, trayFolder: string): Promise<TrayModel> =>
  electron.evaluate(
    ({ nativeImage }, files) => {
      const { image, title, tooltip } = globalThis.trayRecord;
      // Nothing was set yet: the tray still has the image that it was made with.
      if (image === null) return { icon: 'unknown' as const, title, tooltip };
      const shown = image.toDataURL();
      const found = files.find(({ path }) => nativeImage.createFromPath(path).toDataURL() === shown);
      if (!found) throw new Error('the tray shows an image that is none of its own');
      return { icon: found.shape, title, tooltip };
    },
    trayIcons.map((shape) => ({ shape, path: `${trayFolder}/${shape}Template.png` })),
  );

/** A test may be there before the icon is: nobody can click it until then. */
const standing = (electron: ElectronApplication): Promise<void> =>
  eventually(async () => {
    expect(await electron.evaluate(() => globalThis.trayRecord.tray !== null)).toBe(true);
  });

/** A left click, as Electron tells it to the app: with the place of the icon. */
export const clickTray = async (electron: ElectronApplication): Promise<void> => {
  await standing(electron);
  await electron.evaluate(() => {
    globalThis.trayRecord.tray?.emit('click', {}, { x: 600, y: 0, width: 24, height: 24 });
  });
};

/** @param path an item, or a menu of its own and an item of that. */
export const chooseInTrayMenu = async (electron: ElectronApplication, path: readonly string[]): Promise<void> => {
  await standing(electron);
  await electron.evaluate((_electron, labels) => {
    globalThis.trayRecord.tray?.emit('right-click', {});
    let menu = globalThis.trayRecord.menu;
    for (const wanted of labels) {
      const item = menu?.items.find((one) => one.label === wanted);
      if (!item?.enabled) throw new Error(`the menu has no "${wanted}" to choose`);
      if (item.submenu) menu = item.submenu;
      // Not within the question: a click that makes a window has it collected before it is answered.
      else setImmediate(() => item.click());
    }
  }, path);
};

/** As somebody reads it. */
export const readTrayMenu = async (electron: ElectronApplication): Promise<readonly string[]> => {
  await standing(electron);
  return electron.evaluate(() => {
    globalThis.trayRecord.tray?.emit('right-click', {});
    return globalThis.trayRecord.menu?.items.map(({ type, label }) => (type === 'separator' ? '' : label)) ?? [];
  });
};
