import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { expectAgreement, isPopoverVisible, untilTrayShows } from './agreement';
import { type LatchkeyApp, type LaunchOptions, launchLatchkey } from './latchkey-app';
import { childrenNaming } from './processes';
import { password, scenarioWith } from './scenario';
import { shortenTimer } from './timers';

const locked = { state: 'locked', icon: 'locked' } as const;
const unlocked = { state: 'unlocked', icon: 'unlocked' } as const;

describe('unlocking with a click', () => {
  let app: LatchkeyApp;
  let page: Page;
  const start = async (state: 'locked' | 'unlocked', options?: LaunchOptions): Promise<void> => {
    app = await launchLatchkey(scenarioWith({ state }), options);
    page = await app.openPopover();
  };
  const press = (name: RegExp) => page.getByRole('button', { name }).click();
  const notice = (sentence: RegExp) => page.getByText(sentence).first().waitFor();
  const askedTimes = async () => (await app.mac.ledger()).filter(({ kind }) => kind === 'dialog').length;
  afterEach(() => app.close());

  it('is agreed on by popover, menu bar and command line: cancelled, answered wrongly, answered, locked again', async () => {
    await start('locked');
    await expectAgreement(app, page, locked);
    expect(await askedTimes()).toBe(0);

    await press(/^Unlock the/);
    await app.mac.dialogs.waitForOne();
    await page
      .getByText('Waiting for the system’s dialog')
      .or(page.getByText("Waiting for the system's dialog"))
      .waitFor();
    await expectAgreement(app, page, locked);
    await app.mac.dialogs.cancel();
    await page.getByRole('button', { name: /^Unlock the/ }).waitFor();
    await expectAgreement(app, page, locked);
    expect(await askedTimes()).toBe(1);

    await press(/^Unlock the/);
    await app.mac.dialogs.waitForOne();
    for (let attempt = 0; attempt < 3; attempt += 1) await app.mac.dialogs.answer('wrong');
    await notice(/password/i);
    await expectAgreement(app, page, locked);

    await press(/^Unlock the/);
    await app.mac.dialogs.waitForOne();
    await app.mac.dialogs.answer(password);
    await expectAgreement(app, page, unlocked);
    expect(await askedTimes()).toBe(3);

    await press(/^Lock the/);
    await expectAgreement(app, page, locked);
  });

  it('can be given up while the dialog is open, and the dialog goes', async () => {
    await start('locked');
    await press(/^Unlock the/);
    await app.mac.dialogs.waitForOne();
    await app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.blur();
    });
    await page.getByRole('button', { name: /^Cancel the dialog/ }).waitFor();
    expect(await isPopoverVisible(app)).toBe(true);
    await press(/^Cancel the dialog/);
    await page.getByRole('button', { name: /^Unlock the/ }).waitFor();
    await expect.poll(() => app.mac.dialogs.list()).toEqual([]);
    await expectAgreement(app, page, locked);
  });

  it('does not leave the dialog behind when the app quits', async () => {
    await start('locked');
    await press(/^Unlock the/);
    await app.mac.dialogs.waitForOne();
    await app.quit();
    await expect.poll(() => app.mac.dialogs.list()).toEqual([]);
  });

  it('ends by itself when nobody answers the dialog', async () => {
    await start('locked');
    await shortenTimer(app, { fromMs: 5 * 60_000, toMs: 1_000 });
    await press(/^Unlock the/);
    await app.mac.dialogs.waitForOne();
    await page.getByRole('button', { name: /^Unlock the/ }).waitFor();
    await expect.poll(() => app.mac.dialogs.list()).toEqual([]);
    await expectAgreement(app, page, locked);
  });

  it('tells the truth when `security` hangs, and leaves no process behind', async () => {
    await start('unlocked');
    await expectAgreement(app, page, unlocked);
    await shortenTimer(app, { fromMs: 10_000, toMs: 1_500 });
    await app.mac.setFaults([{ tool: 'security', when: 'lock-keychain', hangMs: 60_000 }]);
    await press(/^Lock the/);
    await page.getByText('Locking…').waitFor();
    await expect.poll(async () => (await app.state()).notice).toMatchObject({ kind: 'failed', code: 'timed-out' });
    await app.mac.setFaults([]);
    await expectAgreement(app, page, unlocked);
    await expect.poll(() => childrenNaming(app.electron.process().pid, 'lock-keychain')).toEqual([]);
  });

  it.each<[string, LaunchOptions, boolean]>([
    ['koffi cannot be loaded', { preloads: ['without-koffi.cjs'] }, false],
    ['Security.framework cannot be opened', {}, true],
  ])('works when %s', async (_what, options, withoutFramework) => {
    const faults = withoutFramework ? [{ tool: 'Security.framework', exit: 1 }] : [];
    app = await launchLatchkey(scenarioWith({ state: 'locked', faults }), options);
    await untilTrayShows(app, 'locked');
    page = await app.openPopover();
    await press(/^Unlock the/);
    await app.mac.dialogs.waitForOne();
    await app.mac.dialogs.answer(password);
    await expectAgreement(app, page, unlocked);
    expect(await askedTimes()).toBe(1);
  });
});
