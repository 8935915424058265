import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { announcedLocked } from './fixtures/announcements';
import { appState, pending } from './fixtures/app-state';
import { claudeCodeInKeychain } from './fixtures/credentials';
import { keychain, locked, loginPath, minutesFromNow, otherKeychain, unlocked } from './fixtures/keychains';
import { freshSsh, tmuxServer } from './fixtures/sessions';
import { loginInKeychain } from './fixtures/walking-away';
import { announce, callsOf } from './harness/fake-main';
import { type PopoverBrowser, type ShownPage, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const inTmux = { credentials: loginInKeychain, sessions: [tmuxServer, freshSsh] };
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

const belowIt = ['Settings…', 'Look Again', 'Quit Latchkey'];
/** In the order of Tab from the top. */
const walks: readonly (readonly [ShownPage, readonly string[]])[] = [
  [
    'first',
    [
      'Not yet: tmux loses Claude Code when this locks, 5 min after last use.',
      'About the login keychain',
      'Lock the login keychain',
      'Keep Unlocked 4 Hours',
      'Keep Unlocked other than 4 Hours',
      'SSH from 192.168.1.20: Claude Code logged out, not measured',
      'tmux: works until it locks',
      'New SSH login: Claude Code logged out, not measured',
      'Auto-lock: 5 min',
      'Logins: 1 login',
      'Last 24 hours: unlocked 8 h, locked 15 h',
      'Settings…',
      'Why logged out?',
    ],
  ],
  [
    'session',
    [
      'Back',
      'Copy command for SSH login from 192.168.1.20',
      'All from elsewhere: 3',
      'Sees what the desktop sees Not running',
      ...belowIt,
    ],
  ],
  [
    'places',
    [
      'Back',
      'Copy command for SSH login from 192.168.1.20',
      'Copy command for The next SSH login',
      'Test a fresh login',
      'Sees what the desktop sees Not running',
      ...belowIt,
    ],
  ],
  ['logins', ['Back', 'Claude Code: Status unknown, Breaks over SSH', ...belowIt]],
  ['login', ['Back', 'Read expiry from keychain', 'All logins: 1', ...belowIt]],
  [
    'keychain',
    [
      'Back',
      'Lock the login keychain',
      'Lock after last use',
      'Lock on sleep',
      'Undo, back to: 5 min after last use, on sleep',
      'Keep Unlocked: off',
      'Lock all keychains',
      'Unlock the aws-vault keychain',
      'Auto-lock 5 min after last use, on sleep, aws-vault',
      'Check that apps can read the keychain',
      ...belowIt,
    ],
  ],
  [
    'hold',
    [
      'Back',
      'Keep unlocked for how long',
      'Keep Unlocked for 4 hours',
      'Keep awake on power',
      'Lock at the end',
      'All 2 keychains',
      ...belowIt,
    ],
  ],
  ['history', ['Back', 'Previous day', 'Next day', 'Lock state, Today', 'Show as a table 13 rows', ...belowIt]],
  ['warnings', ['Back', 'Copy command: A new SSH login sees a locked keychain', ...belowIt]],
];

const verbs = async (): Promise<string[]> => (await callsOf(page)).map(({ verb }) => verb);

describe('with the keyboard alone', () => {
  it.each(walks)(
    'Tab reaches every control of the page “%s”, in the order in which they are read',
    async (shown, names) => {
      page = await browser.open(rich, { page: shown });
      // From the very top, which the way back is on.
      await page.evaluate(() => {
        const head = document.querySelector<HTMLElement>('.page-head');
        head?.setAttribute('tabindex', '-1');
        head?.focus();
      });
      const reached: string[] = [];
      for (let presses = 0; presses < names.length; presses += 1) {
        await page.keyboard.press('Tab');
        reached.push(await focusedName());
      }
      expect(reached).toEqual(names);
      const controls = page.locator('button, select, input, summary, [role=listbox]').filter({ visible: true });
      expect(await controls.count()).toBe(reached.length);
    },
  );

  it('what has the focus wears a ring', async () => {
    page = await browser.open(rich, { page: 'keychain' });
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
    expect(await verbs()).toEqual(['keychain.unlock']);
  });

  it('reaches and presses an announcement’s Unlock', async () => {
    page = await browser.open(announcedLocked, { page: 'warnings' });
    await tabTo('Unlock the login keychain, as announced');
    await page.keyboard.press('Enter');
    expect(await verbs()).toEqual(['keychain.unlock']);
  });

  it('arrow keys choose a timeout, Space flips the switch, Enter takes it back', async () => {
    page = await browser.open(rich, { page: 'keychain' });
    await tabTo('Lock after last use');
    await page.keyboard.press('ArrowDown');
    await tabTo('Lock on sleep');
    await page.keyboard.press('Space');
    await tabTo('Undo, back to: 5 min after last use, on sleep');
    await page.keyboard.press('Enter');
    expect(await callsOf(page)).toEqual([
      { verb: 'autoLock.set', payload: { keychainPath: loginPath, lockOnSleep: false, idleTimeoutSeconds: 900 } },
      { verb: 'autoLock.set', payload: { keychainPath: loginPath, lockOnSleep: true, idleTimeoutSeconds: 300 } },
      { verb: 'autoLock.undo', payload: { keychainPath: loginPath } },
    ]);
  });

  it('the focus stays on the button while Unlock becomes Cancel and then Keep Unlocked', async () => {
    page = await browser.open(appState({ ...inTmux, keychains: [keychain(locked)] }));
    await tabTo('Unlock the login keychain');
    await page.keyboard.press('Enter');
    await announce(
      page,
      'state.changed',
      appState({ ...inTmux, keychains: [keychain(locked)] }, { pending: [pending('unlock')] }),
    );
    expect(await focusedName()).toBe('Cancel the dialog');
    await announce(page, 'state.changed', appState(inTmux));
    expect(await focusedName()).toBe('Keep Unlocked 4 Hours');
  });

  it('⌘, opens the settings window, where everything is within reach', async () => {
    page = await browser.open(rich);
    await page.keyboard.press('Meta+,');
    expect(await verbs()).toEqual(['app.openSettings']);
    await page.context().close();
    page = await browser.open(rich, { page: 'settings' });
    await tabTo('Launch at login');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await tabTo('Allow notifications');
    await page.keyboard.press('Space');
    expect(await verbs()).toEqual(['preferences.setLaunchAtLogin', 'preferences.set']);
  });

  it('Escape leaves the settings window open, as any window', async () => {
    page = await browser.open(rich, { page: 'settings' });
    await page.keyboard.press('Escape');
    expect(await verbs()).toEqual([]);
  });
});
