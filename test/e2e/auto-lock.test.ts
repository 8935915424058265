import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { openPage } from './popover-pages';
import { loginPath, scenarioWith } from './scenario';

describe('the auto-lock settings', () => {
  let app: LatchkeyApp;
  let page: Page;
  beforeAll(async () => {
    app = await launchLatchkey(scenarioWith({ state: 'unlocked', lockOnSleep: false, idleTimeoutSeconds: 900 }));
    page = await app.openPopover();
    await openPage(page, 'keychain');
  });
  afterAll(() => app.close());

  const lockOnSleep = () => page.getByRole('switch', { name: 'Lock on sleep' });
  const timeout = () => page.getByLabel('Lock after last use');
  const undo = () => page.getByRole('button', { name: /^Undo/ });
  /** What the session runs on, as the tool itself tells it. */
  const inForce = async () => (await app.mac.run('security', ['show-keychain-info', loginPath])).stderr.trim();
  const untilInForce = (settings: string) => expect.poll(inForce).toBe(`Keychain "${loginPath}" ${settings}`);

  it('keep the timeout when lock-on-sleep is switched', async () => {
    await lockOnSleep().click();
    await untilInForce('lock-on-sleep timeout=900s');
    await expect.poll(() => lockOnSleep().isChecked()).toBe(true);
    expect(await timeout().inputValue()).toBe('900');
  });

  it('keep lock-on-sleep when the timeout is changed, also to never', async () => {
    await timeout().selectOption('3600');
    await untilInForce('lock-on-sleep timeout=3600s');
    await expect.poll(() => timeout().inputValue()).toBe('3600');
    await timeout().selectOption('never');
    await untilInForce('lock-on-sleep no-timeout');
    await expect.poll(() => timeout().inputValue()).toBe('never');
  });

  it('come back, both of them, when the last change is undone', async () => {
    await undo().click();
    await untilInForce('lock-on-sleep timeout=3600s');
    await expect.poll(() => timeout().inputValue()).toBe('3600');
    await expect.poll(() => undo().count()).toBe(0);
    await lockOnSleep().click();
    await untilInForce('timeout=3600s');
    await undo().click();
    await untilInForce('lock-on-sleep timeout=3600s');
    const { keychains } = await app.status();
    expect(keychains[0]?.autoLock).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 3600, source: 'session' });
  });

  it('are left alone while the keychain is locked, whatever the page sends', async () => {
    await app.mac.run('security', ['lock-keychain', loginPath]);
    await expect.poll(() => lockOnSleep().isDisabled()).toBe(true);
    expect(await timeout().isDisabled()).toBe(true);
    const before = (await app.mac.ledger()).length;
    await page.evaluate(
      (keychainPath) => window.latchkey.autoLock.set({ keychainPath, lockOnSleep: false, idleTimeoutSeconds: null }),
      loginPath,
    );
    await expect.poll(async () => (await app.state()).notice?.kind).toBe('failed');
    const { keychains } = await app.status();
    expect(keychains[0]?.autoLock).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 3600, source: 'file' });
    expect((await app.mac.ledger()).slice(before).filter(({ kind }) => kind === 'dialog')).toEqual([]);
  });
});
