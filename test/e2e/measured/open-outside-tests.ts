import type { Page } from 'playwright-core';
import type { LatchkeyApp } from '../latchkey-app';

/** Opens the popover by its icon, for a benchmark: what a test waits with belongs to vitest. */
export const openOutsideTests = async (app: LatchkeyApp): Promise<Page> => {
  const page = app.electron.windows()[0] ?? (await app.electron.waitForEvent('window'));
  await app.clickTray();
  await untilPageIs('visible', page);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

/** Asked within the page, whose policy lets nothing be evaluated again and again from outside. */
export const untilPageIs = (state: 'hidden' | 'visible', page: Page): Promise<unknown> =>
  page.evaluate(`new Promise((resolve) => {
    const look = () => (document.visibilityState === '${state}' ? resolve(null) : setTimeout(look, 5));
    look();
  })`);
