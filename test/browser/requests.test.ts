import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import type { RequestVerb } from '../../electron/contract/contract';
import { announcedLocked } from './fixtures/announcements';
import { appState, everydayPreferences, pending } from './fixtures/app-state';
import { claudeCodeInKeychain } from './fixtures/credentials';
import { everyState, pageOf } from './fixtures/every-state';
import { awsVaultPath, keychain, locked, loginPath, otherKeychain, unlocked } from './fixtures/keychains';
import { desktopLocked } from './fixtures/warnings';
import { callsOf, isAccepted, leaveUnanswered } from './harness/fake-main';
import { type PopoverBrowser, show, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const lockedLogin = { keychains: [keychain(locked), otherKeychain(unlocked)] };
const undo = { keychainPath: loginPath, restores: { lockOnSleep: true, idleTimeoutSeconds: 60 }, changedAt: 'x' };

interface Press {
  readonly name: string;
  readonly state: AppState;
  readonly onPage?: 'settings';
  readonly press: (page: Page) => Promise<unknown>;
  readonly verb: RequestVerb;
  readonly payload?: unknown;
}

const button = (name: string) => (shown: Page) => shown.getByRole('button', { name, exact: true }).click();
const flip = (name: string) => (shown: Page) => shown.getByRole('switch', { name }).click();
const choose = (label: string) => (shown: Page) =>
  shown.getByRole('combobox', { name: 'Lock after last use', exact: true }).selectOption({ label });

const presses: readonly Press[] = [
  {
    name: 'Unlock',
    state: appState(lockedLogin),
    press: button('Unlock the login keychain'),
    verb: 'unlock',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Lock',
    state: appState(),
    press: button('Lock the login keychain'),
    verb: 'lock',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Unlock of a warning',
    state: appState({ ...lockedLogin, warnings: [desktopLocked] }),
    press: button('Unlock the login keychain for remote sessions'),
    verb: 'unlock',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Cancel while the dialog is open',
    state: appState(lockedLogin, { pending: [pending('unlock')] }),
    press: button('Cancel unlocking the login keychain'),
    verb: 'cancelUnlock',
  },
  {
    name: 'Look again when the state is unknown',
    state: everyState['unknown, with its reason'] ?? appState(),
    press: button('Look again at the login keychain'),
    verb: 'refresh',
  },
  {
    name: 'Copy',
    state: appState(),
    press: button('Copy command'),
    verb: 'copyCommand',
    payload: { command: 'unlock-over-ssh' },
  },
  {
    name: 'another keychain’s Lock',
    state: appState(lockedLogin),
    press: button('Lock the aws-vault keychain'),
    verb: 'lock',
    payload: { keychainPath: awsVaultPath },
  },
  { name: 'Lock all', state: appState(lockedLogin), press: button('Lock all keychains'), verb: 'lockAll' },
  {
    name: 'a timeout',
    state: appState(),
    press: choose('1 hour'),
    verb: 'setAutoLock',
    payload: { keychainPath: loginPath, lockOnSleep: false, idleTimeoutSeconds: 3600 },
  },
  {
    name: 'the timeout never, keeping lock-on-sleep',
    state: appState({ keychains: [keychain(unlocked, { lockOnSleep: true, idleTimeoutSeconds: 300 })] }),
    press: choose('Never'),
    verb: 'setAutoLock',
    payload: { keychainPath: loginPath, lockOnSleep: true, idleTimeoutSeconds: null },
  },
  {
    name: 'lock-on-sleep, keeping an unusual timeout',
    state: appState({ keychains: [keychain(unlocked, { lockOnSleep: false, idleTimeoutSeconds: 5430 })] }),
    press: flip('Lock on sleep'),
    verb: 'setAutoLock',
    payload: { keychainPath: loginPath, lockOnSleep: true, idleTimeoutSeconds: 5430 },
  },
  {
    name: 'Undo',
    state: appState({}, { undos: [undo] }),
    press: button('Undo, back to: 1 min after last use, on sleep'),
    verb: 'undoAutoLock',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Read expiry from keychain',
    state: appState({ credentials: [claudeCodeInKeychain] }),
    press: button('Read expiry from keychain'),
    verb: 'readExpiry',
    payload: { tool: 'claude-code' },
  },
  { name: 'Refresh', state: appState(), press: button('Refresh'), verb: 'refresh' },
  { name: 'Settings', state: appState(), press: button('Settings…'), verb: 'openSettings' },
  { name: 'Quit', state: appState(), press: button('Quit Latchkey'), verb: 'quit' },
  { name: 'Escape', state: appState(), press: (shown) => shown.keyboard.press('Escape'), verb: 'hidePopover' },
  { name: '⌘R', state: appState(), press: (shown) => shown.keyboard.press('Meta+r'), verb: 'refresh' },
  { name: 'Control-R', state: appState(), press: (shown) => shown.keyboard.press('Control+r'), verb: 'refresh' },
  {
    name: 'the title beside the icon',
    state: appState({}, { preferences: { ...everydayPreferences, showTitle: true } }),
    onPage: 'settings',
    press: flip('Show the state beside the icon'),
    verb: 'setPreferences',
    payload: { showTitle: false },
  },
  {
    name: 'the notifications',
    state: appState(),
    onPage: 'settings',
    press: flip('Notifications'),
    verb: 'setPreferences',
    payload: { notifications: false },
  },
  {
    name: 'Unlock of an announcement',
    state: announcedLocked,
    press: button('Unlock the login keychain, as announced'),
    verb: 'unlock',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Launch at login',
    state: appState({}, { launchAtLogin: 'not-found' }),
    onPage: 'settings',
    press: flip('Launch at login'),
    verb: 'setLaunchAtLogin',
    payload: { enabled: true },
  },
];

describe('what a press sends', () => {
  it.each(presses)('$name sends $verb and nothing else', async ({ state, onPage, press, verb, payload }) => {
    page = await browser.open(state, { page: onPage ?? 'status' });
    await press(page);
    const calls = await callsOf(page);
    expect(calls).toEqual([{ verb, payload }]);
    expect(calls.filter((call) => !isAccepted(call))).toEqual([]);
  });
});

describe('what sends nothing', () => {
  it('showing any state asks for nothing', async () => {
    page = await browser.open(appState());
    for (const [name, state] of Object.entries(everyState)) {
      await show(page, state, pageOf(name));
      expect(await callsOf(page)).toEqual([]);
    }
  });

  it('the second click of a double-click on Unlock does not cancel the dialog', async () => {
    page = await browser.open(appState(lockedLogin, { pending: [pending('unlock')] }));
    await page.getByRole('button', { name: 'Cancel unlocking' }).dispatchEvent('click', { detail: 2 });
    expect(await callsOf(page)).toEqual([]);
  });

  it('an announcement’s Unlock while the dialog is open', async () => {
    page = await browser.open({ ...announcedLocked, pending: [pending('unlock')] });
    await page.getByRole('button', { name: 'as announced' }).click({ force: true });
    expect(await callsOf(page)).toEqual([]);
  });

  it('an unanswered request is not sent a second time, but the same one about another keychain is', async () => {
    page = await browser.open(appState({ keychains: [keychain(unlocked), otherKeychain(unlocked)] }));
    await leaveUnanswered(page, 'lock');
    for (const name of ['login', 'login', 'aws-vault']) await button(`Lock the ${name} keychain`)(page);
    expect((await callsOf(page)).map(({ payload }) => payload)).toEqual([
      { keychainPath: loginPath },
      { keychainPath: awsVaultPath },
    ]);
  });

  it('a change of auto-lock waits until the one before has been read back', async () => {
    page = await browser.open(appState({}, { pending: [pending('set-auto-lock', 'settling')] }));
    await flip('Lock on sleep')(page);
    expect(await callsOf(page)).toEqual([]);
  });

  it.each(['locked', 'unknown, with its reason', 'unlocked, settings unknown'])(
    'no auto-lock control can be used in the state "%s"',
    async (name) => {
      page = await browser.open(everyState[name] ?? appState());
      const autoLock = page.getByRole('region', { name: 'Auto-lock' });
      expect(await autoLock.locator('select:enabled, input:enabled').count()).toBe(0);
    },
  );

  it('no other keychain can be unlocked while the dialog is open', async () => {
    page = await browser.open(
      appState({ keychains: [keychain(locked), otherKeychain(locked)] }, { pending: [pending('unlock')] }),
    );
    await page.getByRole('button', { name: 'Unlock the aws-vault keychain' }).click({ force: true });
    expect(await callsOf(page)).toEqual([]);
  });
});
