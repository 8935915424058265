import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { AppState } from '../../../electron/contract/app-state';
import type { Histories } from '../fixtures/history';
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

export type ShownPage = 'status' | 'settings' | 'diagnosis';

export interface OpenOptions extends BrowserContextOptions {
  readonly page?: ShownPage;
  /** Runs the page's clock under the test's hand instead of letting it stand at the fixtures' now. */
  readonly movableClock?: boolean;
  /** Default: an everyday one of today and yesterday. */
  readonly histories?: Histories;
}

const searchOf = (page: ShownPage): string => (page === 'settings' ? '?window=settings' : '');

/** Shows another state in a window that is open, which is much quicker than opening one; in the other window if need be. */
export const show = async (page: Page, state: AppState, shownPage: ShownPage = 'status'): Promise<void> => {
  const url = new URL(page.url());
  if ((url.searchParams.get('window') === 'settings') !== (shownPage === 'settings')) {
    url.search = searchOf(shownPage);
    await page.goto(url.href);
    await page.locator('h1').waitFor();
  }
  await announce(page, 'stateChanged', state);
  if (shownPage !== 'settings') await turnTo(page, shownPage);
};

/** The diagnosis is the popover's own: it is opened and left with the footer's buttons. */
const turnTo = async (page: Page, shownPage: 'status' | 'diagnosis'): Promise<void> => {
  const open = page.getByRole('button', { name: 'Diagnose…' });
  const isOpen = !(await open.isVisible());
  if (shownPage === 'diagnosis' && !isOpen) await open.click();
  if (shownPage === 'status' && isOpen) await page.getByRole('button', { name: 'Done' }).click();
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
    open: async (state, { page: shownPage = 'status', movableClock = false, histories, ...options } = {}) => {
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
      await installFakeMain(page, state, histories);
      await page.goto(new URL(searchOf(shownPage), server.url).href);
      await page.locator('h1').waitFor();
      if (shownPage === 'diagnosis') await turnTo(page, shownPage);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};
