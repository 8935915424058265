import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { AppState } from '../../../electron/contract/app-state';
import { nowIso } from '../fixtures/keychains';
import { announce, installFakeMain } from './fake-main';
import { type RendererServer, serveRenderer } from './serve-renderer';

/** Debian's Chromium may look for its maker's servers; nothing here may reach for the network. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface OpenOptions extends BrowserContextOptions {
  readonly page?: 'status' | 'settings';
  /** Runs the page's clock under the test's hand instead of letting it stand at the fixtures' now. */
  readonly movableClock?: boolean;
}

/** Shows another state in a popover that is open: much quicker than opening one. */
export const show = async (page: Page, state: AppState, shownPage: 'status' | 'settings' = 'status'): Promise<void> => {
  await announce(page, 'stateChanged', state);
  await announce(page, 'popoverShown', { page: shownPage });
};

/** Opens whatever is folded up, and what is folded up inside that. */
export const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

export interface PopoverBrowser {
  /** Opens the popover on a state, at 360 points and at the fixtures' time. */
  open(state: AppState, options?: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}

export const chromiumPath = process.env.LATCHKEY_CHROMIUM ?? '/usr/bin/chromium';

export const startPopoverBrowser = async (): Promise<PopoverBrowser> => {
  const server: RendererServer = await serveRenderer();
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: quietFlags });
  return {
    open: async (state, { page: shownPage = 'status', movableClock = false, ...options } = {}) => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 720 },
        timezoneId: 'Europe/Berlin',
        locale: 'en-GB',
        ...options,
      });
      const page = await context.newPage();
      if (movableClock) {
        await page.clock.install({ time: Date.parse(nowIso) - 1000 });
        await page.clock.pauseAt(nowIso);
      } else await page.clock.setFixedTime(nowIso);
      await installFakeMain(page, state);
      await page.goto(server.url);
      await page.locator('h1').waitFor();
      if (shownPage === 'settings') await announce(page, 'popoverShown', { page: shownPage });
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};
