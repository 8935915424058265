import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectAgreement,
  expectNothingAskedFor,
  isPopoverVisible,
  untilPopoverVisible,
  untilTrayShows,
} from './agreement';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { scenarioWith } from './scenario';

describe('Latchkey after its start', () => {
  let app: LatchkeyApp;
  let page: Page;
  beforeAll(async () => {
    app = await launchLatchkey(scenarioWith({ state: 'unlocked' }));
  });
  afterAll(() => app.close());

  it('shows the state in the menu bar and needs no window for it', async () => {
    await untilTrayShows(app, 'unlocked');
    expect(await app.tray()).toEqual({
      icon: 'unlocked',
      title: '',
      tooltip: 'You can go: no tool Latchkey knows here needs this keychain over SSH.',
    });
    expect(await isPopoverVisible(app)).toBe(false);
  });

  it('makes its popover unseen, so that a click only has to show it', async () => {
    await expect.poll(() => app.electron.windows().length).toBe(1);
    const [made] = app.electron.windows();
    await made?.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    expect(await isPopoverVisible(app)).toBe(false);
  });

  it('says in its menu first whether one can go', async () => {
    expect(await app.trayMenu()).toEqual([
      ...['You can go: no tool Latchkey knows here needs this keychain', 'over SSH.', ''],
      ...['Lock', 'Keep Unlocked', 'Auto-lock', '', 'Look Again', '', 'Settings…', '', 'Quit Latchkey'],
    ]);
  });

  it('opens its popover when it is launched again, and the second one ends', async () => {
    await app.launchAgain();
    await untilPopoverVisible(app, true);
    page = app.electron.windows()[0] ?? (await app.electron.waitForEvent('window'));
    await expectAgreement(app, page, { state: 'unlocked', icon: 'unlocked' });
  });

  it('closes its popover on Escape and opens the same one again on activation', async () => {
    await page.keyboard.press('Escape');
    await untilPopoverVisible(app, false);
    expect(await app.openPopover()).toBe(page);
    await untilPopoverVisible(app, true);
  });

  it('opens its popover under the icon that was clicked, and closes it on the next click', async () => {
    await app.clickTray();
    await untilPopoverVisible(app, false);
    await app.clickTray();
    await untilPopoverVisible(app, true);
    const bounds = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(bounds).toMatchObject({ x: 612 - 180, y: 24, width: 360 });
  });

  it('fits its popover to what it shows', async () => {
    const overflow = () => page.evaluate('document.documentElement.scrollHeight - window.innerHeight');
    await expect.poll(overflow).toBeLessThanOrEqual(0);
  });

  it('hides its popover when it loses the focus', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.blur();
    });
    await untilPopoverVisible(app, false);
  });

  it('opens the settings from its menu and keeps a choice that is made there', async () => {
    const settings = await app.openSettings();
    await settings.getByRole('switch', { name: 'Show the state beside the icon' }).click();
    await expect.poll(async () => (await app.tray()).title).toBe('Unlocked');
    await settings.getByRole('switch', { name: 'Show the state beside the icon' }).click();
    await expect.poll(async () => (await app.tray()).title).toBe('');
    await settings.close();
  });

  it('locks from its menu', async () => {
    await app.chooseInTrayMenu('Lock');
    await untilTrayShows(app, 'locked');
  });

  it('has raised no dialog, decrypted nothing and restarted no timer', async () => {
    await app.chooseInTrayMenu('Look Again');
    await expectNothingAskedFor(app);
    expect(app.log()).toBe('');
  });

  it('quits from its menu', async () => {
    const ended = new Promise((resolve) => app.electron.process().once('exit', resolve));
    await app.chooseInTrayMenu('Quit Latchkey').catch(() => undefined);
    await ended;
  });
});
