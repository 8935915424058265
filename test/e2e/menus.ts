import type { Menu } from 'electron';
import type { ElectronApplication } from 'playwright-core';
import { expect } from 'vitest';

declare global {
  /** Kept by menu-recorder.cjs in Electron's main process. */
  var menuRecord: { readonly menu: Menu | null; readonly close: () => void; readonly opened: number };
}

const patienceMs = 10_000;

/** What the native menu that is open shows: ticked items with their tick, what cannot be chosen in brackets. */
export const readOpenMenu = (electron: ElectronApplication): Promise<readonly string[] | null> =>
  electron.evaluate(
    () =>
      globalThis.menuRecord.menu?.items
        .filter(({ type }) => type !== 'separator')
        .map(({ label, checked, enabled }) => `${checked ? '✓ ' : ''}${enabled ? label : `(${label})`}`) ?? null,
  );

export const untilMenuIsOpen = (electron: ElectronApplication): Promise<void> =>
  expect.poll(() => readOpenMenu(electron), { timeout: patienceMs }).not.toBeNull();

/** One click on an item of the native menu that is open; then it closes, as it does for a user. */
export const chooseInOpenMenu = async (electron: ElectronApplication, label: string): Promise<void> => {
  await untilMenuIsOpen(electron);
  await electron.evaluate((_electron, wanted) => {
    const { menu, close } = globalThis.menuRecord;
    const item = menu?.items.find((one) => one.label === wanted);
    if (!item?.enabled) throw new Error(`the menu has no "${wanted}" to choose`);
    item.click();
    close();
  }, label);
};
