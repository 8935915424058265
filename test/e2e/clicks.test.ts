import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { isPopoverVisible } from './agreement';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { chooseInOpenMenu, readOpenMenu, untilMenuIsOpen } from './menus';
import { openPage } from './popover-pages';
import { loginPath, password, scenarioWith } from './scenario';

const patienceMs = 10_000;

describe('how many clicks it takes', () => {
  let app: LatchkeyApp;
  let page: Page;
  /** Those after the one on the icon. */
  let clicks = 0;
  afterEach(() => app.close());

  const start = async (state: 'locked' | 'unlocked'): Promise<void> => {
    clicks = 0;
    // A tool that needs the keychain: without one there is nothing to do before walking away.
    const files = { '~/.gitconfig': '[credential]\n\thelper = osxkeychain\n' };
    const scenario = { ...scenarioWith({ state, lockOnSleep: true, idleTimeoutSeconds: 900 }), files };
    app = await launchLatchkey(scenario, { preloads: ['menu-recorder.cjs'] });
    page = await app.openPopover();
    await page.getByRole('heading', { level: 1, name: state === 'locked' ? /^Locked/ : /^Unlocked/ }).waitFor();
  };
  const click = async (name: string | RegExp): Promise<void> => {
    clicks += 1;
    await page.getByRole('button', { name }).first().click();
  };
  const choose = async (label: string): Promise<void> => {
    clicks += 1;
    await chooseInOpenMenu(app.electron, label);
  };
  const answerDialog = async (): Promise<void> => {
    await app.mac.dialogs.waitForOne();
    await app.mac.dialogs.answer(password);
  };
  const hold = async () => (await app.state()).snapshot?.hold;
  const untilKeptFor = async (hours: number): Promise<void> => {
    await expect.poll(async () => (await hold())?.state, { timeout: patienceMs }).toBe('on');
    const kept = await hold();
    if (kept?.state !== 'on' || kept.end.kind !== 'at') throw new Error('it is not kept unlocked until a time');
    expect((Date.parse(kept.end.at) - Date.parse(kept.startedAt)) / 3_600_000).toBeCloseTo(hours, 1);
  };
  const untilSettings = (settings: string) =>
    expect
      .poll(async () => (await app.mac.run('security', ['show-keychain-info', loginPath])).stderr, {
        timeout: patienceMs,
      })
      .toContain(settings);

  it('kept unlocked for 4 hours: one, and with the system’s dialog two', async () => {
    await start('unlocked');
    await click('Keep Unlocked 4 Hours');
    await untilKeptFor(4);
    expect(clicks).toBe(1);
    await app.close();

    await start('locked');
    await click('Unlock and keep unlocked');
    await choose('Unlock and Keep Unlocked 4 Hours');
    await answerDialog();
    await untilKeptFor(4);
    expect(clicks).toBe(2);
  });

  it('kept unlocked for another length: two, and that one is the label from then on', async () => {
    await start('unlocked');
    await click(/^Keep Unlocked other than/);
    await choose('1 Hour');
    await untilKeptFor(1);
    expect(clicks).toBe(2);
    await click(/^End Now/);
    await page.getByRole('button', { name: 'Keep Unlocked 1 Hour', exact: true }).waitFor({ timeout: patienceMs });
  });

  it('another timeout: two, locked too, with the system’s dialog', async () => {
    await start('unlocked');
    await click(/^Auto-lock: /);
    await untilMenuIsOpen(app.electron);
    expect(await readOpenMenu(app.electron)).toEqual(expect.arrayContaining(['✓ 15 minutes', '✓ Also on Sleep']));
    await choose('1 hour');
    await untilSettings('lock-on-sleep timeout=3600s');
    expect(clicks).toBe(2);
    await app.close();

    await start('locked');
    await click(/^Auto-lock: /);
    await choose('1 hour');
    await answerDialog();
    await untilSettings('lock-on-sleep timeout=3600s');
    expect(clicks).toBe(2);
  });

  it('a time of one’s own is asked for on a page, after two', async () => {
    await start('unlocked');
    await click(/^Keep Unlocked other than/);
    await choose('Until…');
    await page.getByLabel('Until', { exact: true }).waitFor({ timeout: patienceMs });
    expect(clicks).toBe(2);
  });

  it('none at all: Return unlocks, ⌘K keeps unlocked, locked too, and the menu of auto-lock opens with the arrows', async () => {
    await start('unlocked');
    await page.keyboard.press('ArrowDown');
    const named = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    for (let row = 0; row < 12 && !(await named()).startsWith('Auto-lock'); row += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await chooseInOpenMenu(app.electron, '30 minutes');
    await untilSettings('timeout=1800s');
    await page.keyboard.press('Meta+KeyK');
    await untilKeptFor(4);
    await app.close();

    await start('locked');
    await page.locator('[data-primary]').focus();
    await page.keyboard.press('Enter');
    await answerDialog();
    await page.getByRole('heading', { level: 1, name: /^Unlocked/ }).waitFor({ timeout: patienceMs });
    await page.keyboard.press('Meta+KeyL');
    await page.getByRole('heading', { level: 1, name: /^Locked/ }).waitFor({ timeout: patienceMs });
    await expect.poll(async () => (await app.state()).pending, { timeout: patienceMs }).toEqual([]);
    await page.keyboard.press('Meta+KeyK');
    await answerDialog();
    await untilKeptFor(4);
  });

  it('the same two menus stand in the menu bar', async () => {
    await start('unlocked');
    await app.chooseInTrayMenu('Auto-lock', '1 hour');
    await untilSettings('lock-on-sleep timeout=3600s');
    await app.chooseInTrayMenu('Auto-lock', 'Also on Sleep');
    await untilSettings('timeout=3600s');
    await app.chooseInTrayMenu('Keep Unlocked', '4 Hours');
    await untilKeptFor(4);
    await app.chooseInTrayMenu('Keep Unlocked', 'End Now');
    await expect.poll(async () => (await hold())?.state, { timeout: patienceMs }).toBe('off');
  });

  it('whoever leaves by Escape, from whatever page, finds the first one again', async () => {
    await start('unlocked');
    for (const rows of [['warnings'], ['keychain'], ['keychain', 'hold'], ['logins'], ['history'], ['diagnosis']]) {
      await openPage(page, ...rows);
      await page.locator('.page-head button').waitFor();
      for (let press = 0; press <= rows.length; press += 1) await page.keyboard.press('Escape');
      await expect.poll(() => isPopoverVisible(app), { timeout: patienceMs }).toBe(false);
      await app.clickTray();
      await expect.poll(() => isPopoverVisible(app), { timeout: patienceMs }).toBe(true);
      expect(await page.locator('.page-head button').count()).toBe(0);
      expect(await page.locator('.scroll').evaluate((scroll) => scroll.scrollTop)).toBe(0);
      // Where the focus is then, test/browser/first-page-keys.test.ts tells: Playwright has every page of Electron be visible always.
    }
  });
});

describe('times in the way of the system', () => {
  it('are those of its region: popover, menu and icon in 12 hours', async () => {
    const app = await launchLatchkey(scenarioWith({ state: 'unlocked', idleTimeoutSeconds: 900 }), {
      preloads: ['american-region.cjs'],
    });
    try {
      const page = await app.openPopover();
      expect((await app.state()).locale).toBe('en-US');
      await page.getByRole('button', { name: 'Keep Unlocked 4 Hours', exact: true }).click();
      const title = page.getByRole('heading', { level: 1 });
      await expect.poll(() => title.innerText(), { timeout: patienceMs }).toMatch(/^Unlocked until .*\d:\d\d\s[AP]M$/);
      await expect.poll(async () => (await app.tray()).tooltip, { timeout: patienceMs }).toMatch(/\d:\d\d\s[AP]M\./);
    } finally {
      await app.close();
    }
  });
});
