import { lstatSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { openPage } from './popover-pages';
import { loginPath, scenarioWith } from './scenario';

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
  const untilInForce = (settings: string) => expect.poll(inForce).toBe(settings);
  const before = 'lock-on-sleep timeout=900s';
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const hold = async () => (await app.state()).snapshot?.hold;
  const untilHold = (state: string) => expect.poll(async () => (await hold())?.state).toBe(state);

  it('one click keeps the keychain unlocked, another puts its settings back', async () => {
    await button('Keep Unlocked 4 Hours').click();
    await untilInForce('no-timeout');
    await untilHold('on');
    await button('End Now: no longer keep it unlocked').click();
    await untilInForce(before);
    await untilHold('off');
    await expect.poll(() => button('Keep Unlocked 4 Hours').count()).toBe(1);
  });

  it('keeps the Mac awake on power while it is on', async () => {
    /** Electron counts its assertions from 0; this app makes no other. */
    const isAwake = () => app.electron.evaluate(({ powerSaveBlocker }) => powerSaveBlocker.isStarted(0));
    const isOnPower = await app.electron.evaluate(({ powerMonitor }) => !powerMonitor.isOnBatteryPower());
    await openPage(page, 'keychain', 'hold');
    await page.getByRole('switch', { name: 'Keep awake on power' }).click();
    await button('Keep Unlocked for 4 hours').click();
    await untilHold('on');
    await expect.poll(isAwake).toBe(isOnPower);
    await button('End Keep Unlocked').click();
    await untilHold('off');
    await expect.poll(isAwake).toBe(false);
  });

  it('hears the command line of the same user through a socket that is the user’s alone', async () => {
    const socket = `${app.mac.root}/Users/alice/Library/Application Support/Latchkey/latchkey.sock`;
    await expect.poll(() => lstatSync(socket, { throwIfNoEntry: false })?.isSocket()).toBe(true);
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

  it('raises no dialog for whoever speaks to that socket: where the keychain is locked it changes nothing', async () => {
    await app.mac.run('security', ['lock-keychain', loginPath]);
    const asked = { end: { kind: 'open' }, keepAwake: false, relock: 'as-before' } as const;
    expect(await app.askSocket('hold.start', asked)).toMatchObject({ ok: true, value: { ok: false, code: 'locked' } });
    expect(app.mac.ledger().map(({ kind }) => kind)).toEqual(['lock']);
    expect(await hold()).toEqual({ state: 'off' });
  });

  it('puts the settings back before it quits', async () => {
    await app.chooseInTrayMenu('Keep Unlocked', '1 Hour');
    await untilInForce('no-timeout');
    await untilHold('on');
    await app.quit();
    expect(await inForce()).toBe(before);
  });

  it('leaves the hold on when it quits, where the user wishes that, and the command line ends it', async () => {
    await page.evaluate(() => window.latchkey.preferences.set({ onQuitDuringHold: 'keep' }));
    await button('Keep Unlocked 4 Hours').click();
    await untilHold('on');
    await app.quit();
    expect(await inForce()).toBe('no-timeout');
    expect(await app.commandLine(['hold', '--end'])).toMatchObject({ code: 0 });
    expect(await inForce()).toBe(before);
  });
});
