import type { Page } from 'playwright-core';
import type { LatchkeyApp } from './latchkey-app';

/** Opens the popover by its icon, for a benchmark: what a test waits with belongs to vitest. */
export const openOutsideTests = async (app: LatchkeyApp): Promise<Page> => {
  const page = app.electron.windows()[0] ?? (await app.electron.waitForEvent('window'));
  await app.clickTray();
  await page.waitForFunction(`document.visibilityState === 'visible'`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};
