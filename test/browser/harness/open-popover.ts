import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import type { AppState } from '../../../electron/contract/app-state';
import { browserPath } from '../../../scripts/browser-path.mjs';
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

type PopoverPage =
  | 'first'
  | 'session'
  | 'places'
  | 'logins'
  | 'login'
  | 'keychain'
  | 'hold'
  | 'history'
  | 'diagnosis'
  | 'warnings';

/** The tabs of the settings window; the one that names none is its first. */
export const settingsPages = ['settings, Notifications', 'settings, Remote', 'settings, Advanced', 'settings'] as const;
export type SettingsPageName = (typeof settingsPages)[number];

/** The popover's first page, one that is pushed on it (of a session or a login the first one's), or one of the other window. */
export type ShownPage = PopoverPage | SettingsPageName;

export interface OpenOptions extends BrowserContextOptions {
  readonly page?: ShownPage;
  /** Runs the page's clock under the test's hand instead of letting it stand at the fixtures' now. */
  readonly movableClock?: boolean;
  /** Default: an everyday one of today and yesterday. */
  readonly histories?: Histories;
}

const isSettings = (page: ShownPage): page is SettingsPageName => page.startsWith('settings');

const searchOf = (page: ShownPage): string => (isSettings(page) ? '?window=settings' : '');

/** Shows another state in a window that is open, which is much quicker than opening one; in the other window if need be. */
export const show = async (page: Page, state: AppState, shownPage: ShownPage = 'first'): Promise<void> => {
  const url = new URL(page.url());
  if ((url.searchParams.get('window') === 'settings') !== isSettings(shownPage)) {
    url.search = searchOf(shownPage);
    await page.goto(url.href);
    await page.locator('h1').waitFor();
  }
  await announce(page, 'state.changed', state);
  await turnTo(page, shownPage);
};

/** The rows that lead to a page, one after the other; of each step the first that is there. */
const ways: Readonly<Record<PopoverPage, readonly (readonly string[])[]>> = {
  first: [],
  session: [['[data-page^=session]']],
  places: [['[data-page=places]', '[data-page^=session]'], ['.content:not(:has(.first-page)) [data-page=places]']],
  logins: [['[data-page=logins]']],
  login: [['[data-page=logins]'], ['[data-page^=login]']],
  keychain: [['[data-page=keychain]']],
  hold: [['[data-page=hold]', '[data-page=keychain]'], ['.content:not(:has(.first-page)) [data-page=hold]']],
  history: [['[data-page=history]']],
  diagnosis: [['[data-page=diagnosis]']],
  warnings: [['[data-page=warnings]']],
};

/** Goes back to the first page, and from there the way that a user goes. A page that a state has no row to is not reached. */
export const turnTo = async (page: Page, shownPage: ShownPage): Promise<void> => {
  if (isSettings(shownPage)) {
    await page.getByRole('tab', { name: shownPage.split(', ')[1] ?? 'General' }).click();
    return;
  }
  await page.evaluate(async (steps) => {
    const press = async (selector: string): Promise<boolean> => {
      const element = document.querySelector<HTMLElement>(selector);
      element?.click();
      // React draws what follows in a microtask or two; a timer may stand under a test's hand.
      for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
      return element !== null;
    };
    while (await press('.page-head button'));
    for (const selectors of steps) {
      for (const selector of selectors) if (await press(selector)) break;
    }
  }, ways[shownPage]);
  // These are loaded when they are asked for.
  if (shownPage === 'diagnosis') await page.locator('h1').waitFor();
  if (shownPage === 'history') await page.locator('.day-steps').waitFor();
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

export const chromiumPath = browserPath();

export const startPopoverBrowser = async (): Promise<PopoverBrowser> => {
  const server: RendererServer = await serveRenderer();
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath, args: quietFlags });
  return {
    open: async (state, { page: shownPage = 'first', movableClock = false, histories, ...options } = {}) => {
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
      if (shownPage !== 'settings') await turnTo(page, shownPage);
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};
