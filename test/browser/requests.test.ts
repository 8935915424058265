import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import type { RequestVerb } from '../../electron/contract/verbs';
import { defaultPreferences } from '../../electron/core/preferences/preferences';
import { announcedLocked } from './fixtures/announcements';
import { appState, pending } from './fixtures/app-state';
import { claudeCodeInKeychain } from './fixtures/credentials';
import { everyState, pageOf } from './fixtures/every-state';
import {
  awsVaultPath,
  keychain,
  locked,
  loginPath,
  minutesFromNow,
  otherKeychain,
  unlocked,
} from './fixtures/keychains';
import { freshSsh } from './fixtures/sessions';
import { loginInKeychain } from './fixtures/walking-away';
import { desktopLocked, unlockCommand } from './fixtures/warnings';
import { callsOf, isAccepted, leaveUnanswered } from './harness/fake-main';
import { type PopoverBrowser, type ShownPage, show, startPopoverBrowser, turnTo } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const lockedLogin = { keychains: [keychain(locked), otherKeychain(unlocked)] };
const undo = { keychainPath: loginPath, restores: { lockOnSleep: true, idleTimeoutSeconds: 60 }, changedAt: 'x' };

const untilTonight = { length: { kind: 'tonight' }, keepAwake: true, lockAtEnd: true } as const;

interface Press {
  readonly name: string;
  readonly state: AppState;
  readonly onPage?: ShownPage;
  readonly press: (page: Page) => Promise<unknown>;
  readonly verb: RequestVerb;
  readonly payload?: unknown;
}

const button = (name: string) => (shown: Page) => shown.getByRole('button', { name, exact: true }).click();
const flip = (name: string) => (shown: Page) => shown.getByRole('switch', { name }).click();
const choose = (label: string) => (shown: Page) =>
  shown.getByRole('combobox', { name: 'Lock after last use', exact: true }).selectOption({ label });

const keptByKey = {
  state: appState({}, { preferences: { ...defaultPreferences, isWelcomed: true, keepUnlocked: untilTonight } }),
  verb: 'hold.start',
  payload: {
    ...{ keychainPaths: [loginPath], end: { kind: 'at', at: '2026-11-20T22:59:00.000Z' } },
    ...{ keepAwake: true, relock: 'always' },
  },
} as const;

const presses: readonly Press[] = [
  {
    name: 'Unlock',
    state: appState(lockedLogin),
    press: button('Unlock the login keychain'),
    verb: 'keychain.unlock',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Lock',
    state: appState(),
    press: button('Lock the login keychain'),
    verb: 'keychain.lock',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Unlock of a warning',
    onPage: 'warnings',
    state: appState({ ...lockedLogin, warnings: [desktopLocked] }),
    press: button('Unlock the login keychain: Remote sessions see a locked keychain'),
    verb: 'keychain.unlock',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Cancel while the dialog is open',
    state: appState(lockedLogin, { pending: [pending('unlock')] }),
    press: button('Cancel the dialog'),
    verb: 'keychain.cancelUnlock',
  },
  {
    name: 'Look again when the state is unknown',
    state: everyState['unknown, with its reason'] ?? appState(),
    press: button('Look Again'),
    verb: 'state.refresh',
  },
  {
    name: 'Copy',
    onPage: 'warnings',
    state: appState(),
    press: button('Copy command: A new SSH login sees a locked keychain'),
    verb: 'commands.copy',
    payload: { command: 'help', shown: unlockCommand },
  },
  {
    name: 'another keychain’s Lock',
    onPage: 'keychain',
    state: appState(lockedLogin),
    press: button('Lock the aws-vault keychain'),
    verb: 'keychain.lock',
    payload: { keychainPath: awsVaultPath },
  },
  {
    name: 'Lock all',
    onPage: 'keychain',
    state: appState(lockedLogin),
    press: button('Lock all keychains'),
    verb: 'keychain.lockAll',
  },
  {
    name: 'a timeout',
    onPage: 'keychain',
    state: appState(),
    press: choose('1 hour'),
    verb: 'autoLock.set',
    payload: { keychainPath: loginPath, lockOnSleep: false, idleTimeoutSeconds: 3600 },
  },
  {
    name: 'the timeout never, keeping lock-on-sleep',
    onPage: 'keychain',
    state: appState({ keychains: [keychain(unlocked, { lockOnSleep: true, idleTimeoutSeconds: 300 })] }),
    press: choose('Never'),
    verb: 'autoLock.set',
    payload: { keychainPath: loginPath, lockOnSleep: true, idleTimeoutSeconds: null },
  },
  {
    name: 'lock-on-sleep, keeping an unusual timeout',
    onPage: 'keychain',
    state: appState({ keychains: [keychain(unlocked, { lockOnSleep: false, idleTimeoutSeconds: 5430 })] }),
    press: flip('Lock on sleep'),
    verb: 'autoLock.set',
    payload: { keychainPath: loginPath, lockOnSleep: true, idleTimeoutSeconds: 5430 },
  },
  {
    name: 'Undo',
    onPage: 'keychain',
    state: appState({}, { undos: [undo] }),
    press: button('Undo, back to: 1 min after last use, on sleep'),
    verb: 'autoLock.undo',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Read expiry from keychain',
    onPage: 'login',
    state: appState({ credentials: [claudeCodeInKeychain] }),
    press: button('Read expiry from keychain'),
    verb: 'credentials.readExpiry',
    payload: { tool: 'claude-code' },
  },
  { name: 'Look Again', onPage: 'keychain', state: appState(), press: button('Look Again'), verb: 'state.refresh' },
  { name: 'Settings', state: appState(), press: button('Settings…'), verb: 'app.openSettings' },
  { name: 'Quit', onPage: 'keychain', state: appState(), press: button('Quit Latchkey'), verb: 'app.quit' },
  {
    name: 'Keep Unlocked',
    state: appState(),
    press: button('Keep Unlocked 4 Hours'),
    verb: 'hold.start',
    payload: {
      ...{ keychainPaths: [loginPath], end: { kind: 'at', at: minutesFromNow(240) } },
      ...{ keepAwake: false, relock: 'as-before' },
    },
  },
  { name: '⌘K', ...keptByKey, press: (shown) => shown.keyboard.press('Meta+k') },
  {
    name: '⌘L',
    state: appState(),
    press: (shown) => shown.keyboard.press('Meta+l'),
    verb: 'keychain.lock',
    payload: { keychainPath: loginPath },
  },
  { name: '⌘Q', state: appState(), press: (shown) => shown.keyboard.press('Meta+q'), verb: 'app.quit' },
  {
    name: 'End Now',
    state: everyState['hold on'] ?? appState(),
    press: button('End Now: no longer keep it unlocked'),
    verb: 'hold.end',
    payload: { relock: false },
  },
  {
    name: 'Start Desktop tmux',
    state: appState({ credentials: loginInKeychain, sessions: [freshSsh] }),
    press: button('Start Desktop tmux'),
    verb: 'sessions.startDesktopTmux',
  },
  { name: 'Escape', state: appState(), press: (shown) => shown.keyboard.press('Escape'), verb: 'app.hidePopover' },
  { name: '⌘R', state: appState(), press: (shown) => shown.keyboard.press('Meta+r'), verb: 'state.refresh' },
  { name: 'Control-R', state: appState(), press: (shown) => shown.keyboard.press('Control+r'), verb: 'state.refresh' },
  {
    name: 'the title beside the icon',
    state: appState({}, { preferences: { ...defaultPreferences, showTitle: true } }),
    onPage: 'settings',
    press: flip('Show the state beside the icon'),
    verb: 'preferences.set',
    payload: { showTitle: false },
  },
  {
    name: 'the notifications',
    state: appState(),
    onPage: 'settings, Notifications',
    press: flip('Allow notifications'),
    verb: 'preferences.set',
    payload: { notifications: false },
  },
  {
    name: 'Unlock of an announcement',
    onPage: 'warnings',
    state: announcedLocked,
    press: button('Unlock the login keychain, as announced'),
    verb: 'keychain.unlock',
    payload: { keychainPath: loginPath },
  },
  {
    name: 'Launch at login',
    state: appState({}, { launchAtLogin: 'not-found' }),
    onPage: 'settings',
    press: flip('Launch at login'),
    verb: 'preferences.setLaunchAtLogin',
    payload: { enabled: true },
  },
];

describe('what a press sends', () => {
  it.each(presses)('$name sends $verb and nothing else', async ({ state, onPage, press, verb, payload }) => {
    page = await browser.open(state, { page: onPage ?? 'first' });
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
      if (pageOf(name) !== 'settings') await turnTo(page, 'first');
      expect(await callsOf(page)).toEqual([]);
    }
  });

  it('the second click of a double-click on Unlock does not cancel the dialog', async () => {
    page = await browser.open(appState(lockedLogin, { pending: [pending('unlock')] }));
    await page.getByRole('button', { name: 'Cancel the dialog' }).dispatchEvent('click', { detail: 2 });
    expect(await callsOf(page)).toEqual([]);
  });

  it('an announcement’s Unlock while the dialog is open', async () => {
    page = await browser.open({ ...announcedLocked, pending: [pending('unlock')] }, { page: 'warnings' });
    await page.getByRole('button', { name: 'as announced' }).click({ force: true });
    expect(await callsOf(page)).toEqual([]);
  });

  it('an unanswered request is not sent a second time, but the same one about another keychain is', async () => {
    page = await browser.open(appState({ keychains: [keychain(unlocked), otherKeychain(unlocked)] }), {
      page: 'keychain',
    });
    await leaveUnanswered(page, 'keychain.lock');
    for (const name of ['login', 'login', 'aws-vault']) await button(`Lock the ${name} keychain`)(page);
    expect((await callsOf(page)).map(({ payload }) => payload)).toEqual([
      { keychainPath: loginPath },
      { keychainPath: awsVaultPath },
    ]);
  });

  it('a change of auto-lock waits until the one before has been read back', async () => {
    page = await browser.open(appState({}, { pending: [pending('set-auto-lock', 'settling')] }), { page: 'keychain' });
    await flip('Lock on sleep')(page);
    expect(await callsOf(page)).toEqual([]);
  });

  it.each(['locked', 'unknown, with its reason', 'unlocked, settings unknown'])(
    'no auto-lock control can be used in the state "%s"',
    async (name) => {
      page = await browser.open(everyState[name] ?? appState(), { page: 'keychain' });
      const autoLock = page.getByRole('region', { name: 'Auto-lock' });
      expect(await autoLock.locator('select:enabled, input:enabled').count()).toBe(0);
    },
  );

  it('no other keychain can be unlocked while the dialog is open', async () => {
    page = await browser.open(
      appState({ keychains: [keychain(locked), otherKeychain(locked)] }, { pending: [pending('unlock')] }),
      { page: 'keychain' },
    );
    await page.getByRole('button', { name: 'Unlock the aws-vault keychain' }).click({ force: true });
    expect(await callsOf(page)).toEqual([]);
  });
});
