import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { everyState, pageOf } from './fixtures/every-state';
import { announce, heightsAskedFor } from './harness/fake-main';
import { type PopoverBrowser, show, startPopoverBrowser, turnTo, unfold } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const styleOf = (selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

const lastHeight = async (): Promise<number> => (await heightsAskedFor(page)).at(-1) ?? 0;

describe('the window fits what it shows', () => {
  it('asks for the content’s height, again when that changes, and never for more than it needs', async () => {
    page = await browser.open({ ...appState(), snapshot: null });
    await expect.poll(lastHeight).toBeLessThan(200);
    const small = await lastHeight();
    const needed = await page.evaluate(
      () =>
        (document.querySelector('.content')?.scrollHeight ?? 0) +
        (document.querySelector('.footer')?.scrollHeight ?? 0),
    );
    expect(Math.abs(small - needed)).toBeLessThanOrEqual(2);
    await announce(page, 'state.changed', appState());
    await expect.poll(lastHeight).toBeGreaterThan(300);
    expect(await lastHeight()).toBeLessThanOrEqual(420);
    // The way there goes through a page that is higher than a window may be.
    await turnTo(page, 'history');
    await expect.poll(lastHeight).not.toBe(small);
    await turnTo(page, 'places');
    await expect.poll(lastHeight).toBeGreaterThan(420);
  });

  it('scrolls what is higher than the window, with the footer always in view', async () => {
    page = await browser.open(everyState['thirty sessions'] ?? appState(), { page: 'places' });
    const footer = await page.locator('.footer').boundingBox();
    expect((footer?.y ?? 0) + (footer?.height ?? 0)).toBeCloseTo(720, 0);
    await page.locator('.session').last().scrollIntoViewIfNeeded();
    expect(await page.locator('.scroll').evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  });
});

it.each([
  ['first', 2],
  ['keychain', 3],
] as const)('has the buttons of the footer in one line on the page “%s”', async (shown, inFooter) => {
  for (const name of ['locked', 'simulated Mac']) {
    page = await browser.open(everyState[name] ?? appState(), { page: shown });
    const buttons = await page.locator('.footer button').all();
    const tops = await Promise.all(buttons.map(async (button) => (await button.boundingBox())?.y));
    expect({ name, count: tops.length, lines: new Set(tops).size }).toEqual({ name, count: inFooter, lines: 1 });
    if (name === 'locked') await page.context().close();
  }
});

it('nothing runs out of 360 points in any state', async () => {
  page = await browser.open(appState());
  const tooWide: string[] = [];
  for (const [name, state] of Object.entries(everyState)) {
    await show(page, state, pageOf(name));
    await unfold(page);
    const found = await page.evaluate(() =>
      [
        document.documentElement,
        ...document.querySelectorAll('.scroll, .group, .footer, .state-card, .warning, .row, .command, .file-text'),
      ]
        .filter(
          (element) => element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > 361,
        )
        .map((element) => `${element.tagName}.${element.className} ${element.scrollWidth}`),
    );
    tooWide.push(...found.map((element) => `${name}: ${element}`));
  }
  expect(tooWide).toEqual([]);
});

describe('what the user has asked of the whole system', () => {
  it('nothing moves when motion is to be reduced', async () => {
    page = await browser.open(appState(), { page: 'keychain', reducedMotion: 'reduce' });
    expect(await styleOf('.switch', 'transition-duration')).toBe('0s');
    expect(await styleOf('.push-button', 'transition-duration')).toBe('0s');
  });

  it('the switch moves otherwise', async () => {
    page = await browser.open(appState(), { page: 'keychain' });
    expect(await styleOf('.switch', 'transition-duration')).toBe('0.15s');
  });

  it('paints a solid window unless the system’s material lies below it', async () => {
    page = await browser.open(appState());
    expect(await styleOf('html', 'background-color')).toBe('rgb(236, 236, 238)');
    await page.goto(`${page.url()}?vibrancy`);
    await page.locator('h1').waitFor();
    expect(await styleOf('html', 'background-color')).toBe('rgba(0, 0, 0, 0)');
  });

  it.each([
    ['prefers-reduced-transparency', 'reduce', 'rgb(236, 236, 238)'],
    ['prefers-contrast', 'more', 'rgb(255, 255, 255)'],
  ])('paints a solid window over the material under %s', async (name, value, colour) => {
    page = await browser.open(appState());
    await page.evaluate(() => document.documentElement.setAttribute('data-vibrancy', ''));
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
    expect(await styleOf('html', 'background-color')).toBe(colour);
  });

  it('keeps switch and padlock to be seen in forced colours', async () => {
    page = await browser.open(appState(), { page: 'keychain', forcedColors: 'active' });
    const body = await styleOf('.padlock-body', 'fill');
    expect(body).not.toBe(await styleOf('html', 'background-color'));
    expect(await styleOf('.switch', 'border-top-width')).toBe('1px');
  });

  it('follows dark mode', async () => {
    page = await browser.open(appState(), { colorScheme: 'dark' });
    expect(await styleOf('html', 'background-color')).toBe('rgb(38, 38, 40)');
  });
});
