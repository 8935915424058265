import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { patience } from '../vitest/patience';
import { expectAgreement, isPopoverVisible, untilPopoverVisible, untilTrayShows } from './agreement';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { password, scenarioWith } from './scenario';

describe('a popover that is gone', () => {
  let app: LatchkeyApp;
  const deleteWindows = () =>
    app.electron.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
    });
  const countWindows = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  /** Playwright may still be telling of the window that is gone: the page that answers is the new one. */
  const clickForNewPage = async (): Promise<Page> => {
    await app.clickTray();
    return vi.waitUntil(
      async () => {
        for (const page of app.electron.windows()) {
          if (
            await page
              .getByRole('heading', { level: 1 })
              .isVisible()
              .catch(() => false)
          )
            return page;
        }
        return null;
      },
      { timeout: patience(10_000) },
    );
  };

  beforeAll(async () => {
    app = await launchLatchkey(scenarioWith({ state: 'locked' }));
  });
  afterAll(() => app.close());

  it('was deleted before it appeared: the next click makes a new one', async () => {
    await untilTrayShows(app, 'locked');
    // It is made when the first look is complete, a moment after the icon.
    await expect.poll(countWindows).toBe(1);
    await app.electron.evaluate(({ app: electronApp, BrowserWindow }) => {
      electronApp.emit('activate');
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
    });
    expect(await countWindows()).toBe(0);
    const page = await clickForNewPage();
    await expectAgreement(app, page, { state: 'locked', icon: 'locked' });
  });

  it('was deleted while the unlock dialog is open: the menu bar follows all the same', async () => {
    const page = app.electron.windows().at(-1);
    await page?.getByRole('button', { name: /^Unlock the/ }).click();
    await app.mac.dialogs.waitForOne();
    await deleteWindows();
    await app.mac.dialogs.answer(password);
    await untilTrayShows(app, 'unlocked');
    expect(await isPopoverVisible(app)).toBe(false);
    expect((await app.status()).keychains[0]?.lock.state).toBe('unlocked');
  });

  it('was deleted for good: the menu bar notices what happens without it', async () => {
    await app.mac.run('security', ['lock-keychain']);
    await app.chooseInTrayMenu('Look Again');
    await untilTrayShows(app, 'locked');
    const page = await clickForNewPage();
    await expectAgreement(app, page, { state: 'locked', icon: 'locked' });
  });

  it('died: the menu bar stays right and the next click makes a new one', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await untilPopoverVisible(app, false);
    expect((await app.tray()).icon).toBe('locked');
    const page = await clickForNewPage();
    await untilPopoverVisible(app, true);
    await expectAgreement(app, page, { state: 'locked', icon: 'locked' });
  });
});
