import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import { defaultPreferences } from '../../electron/core/preferences/preferences';
import { appState } from './fixtures/app-state';
import { shortcutTaken } from './fixtures/settings-states';
import { announce, callsOf, heightsAskedFor } from './harness/fake-main';
import { type PopoverBrowser, type SettingsPageName, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const open = async (state: AppState = appState(), shown: SettingsPageName = 'settings') => {
  page = await browser.open(state, { page: shown, viewport: { width: 560, height: 680 } });
};
const panel = () => page.getByRole('tabpanel');
const tab = (name: string) => page.getByRole('tab', { name, exact: true });

describe('the tabs', () => {
  const names = ['General', 'Notifications', 'Remote', 'Advanced'];
  const chosenTab = () => page.getByRole('tab', { selected: true }).textContent();

  it('show one at a time, each window as high as its tab', async () => {
    await open();
    const heights: number[] = [];
    for (const name of names) {
      await tab(name).click();
      expect(await page.getByRole('tabpanel', { name, exact: true }).count()).toBe(1);
      const needed = () => page.locator('.content').evaluate((content) => content.clientHeight);
      await expect.poll(async () => (await heightsAskedFor(page, 'app.resizeSettings')).at(-1)).toBe(await needed());
      heights.push(await needed());
    }
    expect(new Set(heights).size).toBe(names.length);
    expect(Math.max(...heights)).toBeLessThan(680);
  });

  it('grow with what is unfolded in them', async () => {
    await open(appState(), 'settings, Remote');
    const asksFor = async () => (await heightsAskedFor(page, 'app.resizeSettings')).at(-1) ?? 0;
    const folded = await asksFor();
    await page.locator('summary').first().click();
    await expect.poll(asksFor).toBeGreaterThan(folded + 50);
  });

  it.each([
    ['ArrowRight', ['Notifications', 'Remote', 'Advanced', 'General']],
    ['ArrowLeft', ['Advanced', 'Remote', 'Notifications', 'General']],
    ['End', ['Advanced', 'Advanced']],
    ['Home', ['General']],
  ])('%s goes from tab to tab, and the focus with it', async (key, expected) => {
    await open();
    await tab('General').focus();
    for (const name of expected) {
      await page.keyboard.press(key);
      expect(await chosenTab()).toBe(name);
      expect(await tab(name).evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });

  it.each(names)('Tab reaches every control of %s once, from top to bottom', async (name) => {
    await open(shortcutTaken);
    await tab(name).click();
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    await tab(name).focus();
    const controls = panel().locator('button, select, input, summary').filter({ visible: true });
    const enabled = await controls.evaluateAll(
      (all) => all.filter((one) => !(one as HTMLInputElement).disabled).length,
    );
    const places: number[] = [];
    for (let presses = 0; presses < enabled; presses += 1) {
      await page.keyboard.press('Tab');
      places.push(await controls.evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement)));
    }
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(new Set(places).size).toBe(enabled);
    expect(places).not.toContain(-1);
  });

  it('speak of Keep Unlocked, and of no hold, pace or looking', async () => {
    await open(appState({}, { preferences: { ...defaultPreferences, onQuitDuringHold: 'keep' } }));
    for (const name of names) {
      await tab(name).click();
      expect(await panel().textContent()).not.toMatch(/\b(holds?|holding|pace|looking|born|beacon)\b/i);
    }
  });
});

it('paints switches and buttons in the system’s accent colour, but for increased contrast', async () => {
  const plain = appState({}, { launchAtLogin: 'enabled' });
  await open(plain);
  const colour = () =>
    page
      .locator('.switch')
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor);
  expect(await colour()).toBe('rgb(0, 99, 218)');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await announce(page, 'state.changed', { ...plain, accent: { accent: '#a550a7', pressed: '#8c448d' } });
  expect(await colour()).toBe('rgb(165, 80, 167)');
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' });
  expect(await colour()).toBe('rgb(0, 64, 160)');
  await page.emulateMedia({ contrast: 'no-preference', reducedMotion: 'reduce' });
  await announce(page, 'state.changed', plain);
  expect(await colour()).toBe('rgb(0, 99, 218)');
});

it('a newer Latchkey is asked for once that is switched on, told of, and shown in the browser', async () => {
  await open(appState({}, { newVersion: { kind: 'newer', version: '0.2.0' } }));
  await panel().getByText('Latchkey 0.2.0 is available.').waitFor();
  await page.getByRole('switch', { name: 'Look for new versions' }).click();
  await page.getByRole('button', { name: 'Show in Browser' }).click();
  const calls = await callsOf(page);
  expect(calls.map(({ verb }) => verb)).toEqual(['preferences.set', 'app.openReleases']);
  expect(calls[0]?.payload).toEqual({ newVersions: true });
});
