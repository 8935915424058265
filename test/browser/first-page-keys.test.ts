import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { loginPath } from './fixtures/keychains';
import { freshSsh, tmuxServer } from './fixtures/sessions';
import { loginInKeychain } from './fixtures/walking-away';
import { callsOf, isAccepted, replyWith } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const inTmux = { credentials: loginInKeychain, sessions: [tmuxServer, freshSsh] };
const focusedName = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : null;
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
  });

const verbs = async (): Promise<string[]> => (await callsOf(page)).map(({ verb }) => verb);

describe('the keys of the first page', () => {
  const title = () => page.getByRole('heading', { level: 1 }).innerText();
  /** As the main process hides the window and shows it again. */
  const turnVisible = (state: 'hidden' | 'visible') =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);

  it('Return does what makes walking away safe, and the button itself does not do it twice', async () => {
    page = await browser.open(appState(inTmux));
    await page.keyboard.press('Enter');
    await expect.poll(verbs).toEqual(['hold.start']);
    await page.locator('[data-primary]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(verbs).toEqual(['hold.start', 'hold.start']);
  });

  it('Return does nothing where nothing is advised, or where something else has the focus', async () => {
    page = await browser.open(appState({ ...inTmux, credentials: [] }));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Logins/ }).focus();
    await page.keyboard.press('Enter');
    expect(await title()).toBe('Logins');
    expect(await verbs()).toEqual([]);
  });

  it('arrows go through the rows, right opens one, left comes back to it', async () => {
    page = await browser.open(appState(inTmux));
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowDown');
    expect(await focusedName()).toContain('New SSH login');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    expect(await title()).toBe('tmux server');
    await page.keyboard.press('ArrowLeft');
    expect(await title()).toBe('Unlocked');
    expect(await focusedName()).toContain('tmux: works until it locks');
  });

  it('left stays in a field and in the strip of a day', async () => {
    page = await browser.open(appState(), { page: 'history' });
    await page.getByRole('listbox').focus();
    await page.keyboard.press('ArrowLeft');
    expect(await title()).toBe('History');
  });

  it('Escape goes back page by page and then closes', async () => {
    page = await browser.open(appState(inTmux), { page: 'places' });
    for (const shown of ['tmux server', 'Unlocked']) {
      await page.keyboard.press('Escape');
      expect(await title()).toBe(shown);
    }
    expect(await verbs()).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await verbs()).toEqual(['app.hidePopover']);
  });

  it.each(['places', 'session', 'logins', 'login', 'keychain', 'hold', 'history', 'diagnosis', 'warnings'] as const)(
    'hidden on the page “%s”, it is opened again at the first one, at its top, ready for Return',
    async (shown) => {
      page = await browser.open(appState(inTmux), { page: shown, viewport: { width: 360, height: 200 } });
      await page.locator('.scroll').evaluate((scroll) => scroll.scrollTo(0, 1000));
      await turnVisible('hidden');
      await turnVisible('visible');
      expect(await title()).toBe('Unlocked');
      expect(await focusedName()).toBe('Keep Unlocked 4 Hours');
      expect(await page.locator('.scroll').evaluate((scroll) => scroll.scrollTop)).toBe(0);
    },
  );

  it('the menus open at their chevrons', async () => {
    page = await browser.open(appState(inTmux));
    for (const name of ['Keep Unlocked other than 4 Hours', 'Auto-lock: 5 min']) {
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Space');
    }
    const calls = await callsOf(page);
    expect(calls.map(({ verb }) => verb)).toEqual(['menus.keepUnlocked', 'menus.autoLock']);
    expect(calls.every(isAccepted)).toBe(true);
    const chevron = await page.locator('.page-row[aria-haspopup] svg').boundingBox();
    expect(calls[1]?.payload).toEqual({
      keychainPath: loginPath,
      xPixels: Math.round(chevron?.x ?? 0),
      yPixels: Math.round((chevron?.y ?? 0) + (chevron?.height ?? 0)),
    });
  });

  it.each([
    ['Keep Unlocked other than 4 Hours', 'menus.keepUnlocked', 'Until'],
    ['Auto-lock: 5 min', 'menus.autoLock', 'Other length'],
  ] as const)(
    'a length of one’s own, chosen in the menu of “%s”, is asked for on a page',
    async (name, verb, label) => {
      page = await browser.open(appState(inTmux));
      await replyWith(page, verb, 'choose-time');
      await page.getByRole('button', { name }).click();
      await page.getByLabel(label, { exact: true }).waitFor();
    },
  );
});
