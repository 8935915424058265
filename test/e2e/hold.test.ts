import { lstatSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { loginPath, scenarioWith } from './scenario';

const patienceMs = 10_000;

describe('before walking away', () => {
  let app: LatchkeyApp;
  let page: Page;
  beforeEach(async () => {
    app = await launchLatchkey(scenarioWith({ state: 'unlocked', lockOnSleep: true, idleTimeoutSeconds: 900 }));
    page = await app.openPopover();
    await page.getByRole('heading', { level: 1, name: /^Unlocked/ }).waitFor();
  });
  afterEach(() => app.close());

  const inForce = async () =>
    (await app.mac.run('security', ['show-keychain-info', loginPath])).stderr.trim().replace(/^Keychain "[^"]*" /, '');
  const untilInForce = (settings: string) => expect.poll(inForce, { timeout: patienceMs }).toBe(settings);
  const before = 'lock-on-sleep timeout=900s';
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const hold = async () => (await app.state()).snapshot?.hold;
  const untilHold = (state: string) =>
    expect.poll(async () => (await hold())?.state, { timeout: patienceMs }).toBe(state);

  it('one click keeps the keychain unlocked, another puts its settings back', async () => {
    await button('Keep unlocked for 4 hours').click();
    await untilInForce('no-timeout');
    await untilHold('on');
    await button('End the hold').click();
    await untilInForce(before);
    await untilHold('off');
    await expect.poll(() => button('Keep unlocked for 4 hours').count(), { timeout: patienceMs }).toBe(1);
  });

  it('keeps the Mac awake on power while it is on', async () => {
    /** Electron counts its assertions from 0; this app makes no other. */
    const isAwake = () => app.electron.evaluate(({ powerSaveBlocker }) => powerSaveBlocker.isStarted(0));
    const isOnPower = await app.electron.evaluate(({ powerMonitor }) => !powerMonitor.isOnBatteryPower());
    await page.getByRole('switch', { name: 'Keep awake on power' }).click();
    await button('Keep unlocked for 4 hours').click();
    await untilHold('on');
    await expect.poll(isAwake, { timeout: patienceMs }).toBe(isOnPower);
    await button('End the hold').click();
    await untilHold('off');
    await expect.poll(isAwake, { timeout: patienceMs }).toBe(false);
  });

  it('hears the command line of the same user through a socket that is the user’s alone', async () => {
    const socket = `${app.mac.root}/Users/alice/Library/Application Support/Latchkey/latchkey.sock`;
    await expect
      .poll(() => lstatSync(socket, { throwIfNoEntry: false })?.isSocket(), { timeout: patienceMs })
      .toBe(true);
    expect(lstatSync(socket).mode & 0o777).toBe(0o600);
    const started = await app.commandLine(['hold', '2h', '--relock']);
    expect(started).toMatchObject({ code: 0, stderr: expect.stringContaining('Latchkey’s app keeps it.') });
    expect(await hold()).toMatchObject({ state: 'on', owner: 'app', isElsewhere: false, relock: 'always' });
    expect(await inForce()).toBe('no-timeout');
    expect(await app.commandLine(['hold', '--end'])).toMatchObject({ code: 0 });
    expect(app.mac.lockState('desktop', loginPath)).toMatchObject({
      ...{ isLocked: true, lockOnSleep: true, idleTimeoutSeconds: 900 },
    });
    await app.quit();
    expect(lstatSync(socket, { throwIfNoEntry: false })).toBeUndefined();
  });

  it('puts the settings back before it quits', async () => {
    await app.chooseInTrayMenu('Keep Unlocked for 1 Hour');
    await untilInForce('no-timeout');
    await untilHold('on');
    await app.quit();
    expect(await inForce()).toBe(before);
  });

  it('leaves the hold on when it quits, where the user wishes that, and the command line ends it', async () => {
    await page.evaluate(() => window.latchkey.setPreferences({ onQuitDuringHold: 'keep' }));
    await button('Keep unlocked for 4 hours').click();
    await untilHold('on');
    await app.quit();
    expect(await inForce()).toBe('no-timeout');
    expect(await app.commandLine(['hold', '--end'])).toMatchObject({ code: 0 });
    expect(await inForce()).toBe(before);
  });
});
