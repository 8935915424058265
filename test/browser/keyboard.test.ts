import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { announcedLocked } from './fixtures/announcements';
import { appState, pending } from './fixtures/app-state';
import { claudeCodeInKeychain } from './fixtures/credentials';
import { keychain, locked, loginPath, minutesFromNow, otherKeychain, unlocked } from './fixtures/keychains';
import { announce, callsOf } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const rich = appState(
  { keychains: [keychain(unlocked), otherKeychain(locked)], credentials: [claudeCodeInKeychain] },
  {
    undos: [
      {
        keychainPath: loginPath,
        restores: { lockOnSleep: true, idleTimeoutSeconds: 300 },
        changedAt: minutesFromNow(-2),
      },
    ],
  },
);

const focusedName = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element?.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : null;
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
  });

const tabTo = async (name: string): Promise<void> => {
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedName()) === name) return;
  }
  throw new Error(`Tab never reached ${name}`);
};

const verbs = async (): Promise<string[]> => (await callsOf(page)).map(({ verb }) => verb);

describe('with the keyboard alone', () => {
  it('Tab reaches every control, in the order in which they are read', async () => {
    page = await browser.open(rich);
    const reached: string[] = [];
    for (let presses = 0; presses < 27; presses += 1) {
      await page.keyboard.press('Tab');
      reached.push(await focusedName());
    }
    expect(reached).toEqual([
      'Lock the login keychain',
      'Copy command',
      'Lock after last use',
      'Lock on sleep',
      'Undo, back to: 5 min after last use, on sleep',
      'Keep unlocked for how long',
      'Keep unlocked for 4 hours',
      'Keep awake on power',
      'Lock at the end',
      'All 2 keychains',
      'Lock all keychains',
      'Unlock the aws-vault keychain',
      'Auto-lock 5 min after last use, on sleep',
      'Copy command for SSH login from 192.168.1.20',
      'Copy command for The next SSH login',
      'Test a fresh login',
      'Sees what the desktop sees Not running',
      'Read expiry from keychain',
      'Check that apps can read the keychain',
      'Previous day',
      'Next day',
      'Lock state, Today',
      'Show as a table 13 rows',
      'Settings…',
      'Diagnose…',
      'Refresh',
      'Quit Latchkey',
    ]);
    const controls = page.locator('button, select, input, summary, [role=listbox]').filter({ visible: true });
    expect(await controls.count()).toBe(reached.length);
  });

  it('what has the focus wears a ring', async () => {
    page = await browser.open(rich);
    for (const name of ['Lock the login keychain', 'Lock after last use', 'Lock on sleep', 'Settings…']) {
      await tabTo(name);
      const ring = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body);
        return `${style.outlineStyle} ${style.outlineWidth}`;
      });
      expect(ring).toBe('solid 3px');
    }
  });

  it.each(['Enter', 'Space'])('%s presses Unlock', async (key) => {
    page = await browser.open(appState({ keychains: [keychain(locked)] }));
    await tabTo('Unlock the login keychain');
    await page.keyboard.press(key);
    expect(await verbs()).toEqual(['unlock']);
  });

  it('reaches and presses an announcement’s Unlock', async () => {
    page = await browser.open(announcedLocked);
    await tabTo('Unlock the login keychain, as announced');
    await page.keyboard.press('Enter');
    expect(await verbs()).toEqual(['unlock']);
  });

  it('arrow keys choose a timeout, Space flips the switch, Enter takes it back', async () => {
    page = await browser.open(rich);
    await tabTo('Lock after last use');
    await page.keyboard.press('ArrowDown');
    await tabTo('Lock on sleep');
    await page.keyboard.press('Space');
    await tabTo('Undo, back to: 5 min after last use, on sleep');
    await page.keyboard.press('Enter');
    expect(await callsOf(page)).toEqual([
      { verb: 'setAutoLock', payload: { keychainPath: loginPath, lockOnSleep: false, idleTimeoutSeconds: 900 } },
      { verb: 'setAutoLock', payload: { keychainPath: loginPath, lockOnSleep: true, idleTimeoutSeconds: 300 } },
      { verb: 'undoAutoLock', payload: { keychainPath: loginPath } },
    ]);
  });

  it('the focus stays on the button while Unlock becomes Cancel and then Lock', async () => {
    page = await browser.open(appState({ keychains: [keychain(locked)] }));
    await tabTo('Unlock the login keychain');
    await page.keyboard.press('Enter');
    await announce(page, 'stateChanged', appState({ keychains: [keychain(locked)] }, { pending: [pending('unlock')] }));
    expect(await focusedName()).toBe('Cancel unlocking the login keychain');
    await announce(page, 'stateChanged', appState());
    expect(await focusedName()).toBe('Lock the login keychain');
  });

  it('⌘, opens the settings window, where everything is within reach', async () => {
    page = await browser.open(rich);
    await page.keyboard.press('Meta+,');
    expect(await verbs()).toEqual(['openSettings']);
    await page.context().close();
    page = await browser.open(rich, { page: 'settings' });
    await tabTo('Notifications');
    await page.keyboard.press('Space');
    await tabTo('Launch at login');
    await page.keyboard.press('Space');
    expect(await verbs()).toEqual(['setPreferences', 'setLaunchAtLogin']);
  });

  it('Escape leaves the settings window open, as any window', async () => {
    page = await browser.open(rich, { page: 'settings' });
    await page.keyboard.press('Escape');
    expect(await verbs()).toEqual([]);
  });
});
