import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import { notificationKinds, notificationRules } from '../../electron/core/notifications/notification-kinds';
import type { Preferences } from '../../electron/core/preferences/preferences';
import { defaultPreferences } from '../../electron/core/preferences/preferences';
import { appState } from './fixtures/app-state';
import { shortcutTaken } from './fixtures/settings-states';
import { axeFindings } from './harness/axe';
import { announce, callsOf, isAccepted, refuse, replyWith } from './harness/fake-main';
import { type PopoverBrowser, type SettingsPageName, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const chosen = (preferences: Partial<Preferences>): AppState =>
  appState({}, { preferences: { ...defaultPreferences, ...preferences } });
const open = async (state: AppState = appState(), tab: SettingsPageName = 'settings') => {
  page = await browser.open(state, { page: tab, viewport: { width: 560, height: 680 } });
};
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const panel = () => page.getByRole('tabpanel');
const region = (name: string) => page.getByRole('region', { name, exact: true });
const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const asked = async () => {
  const calls = await callsOf(page);
  expect(calls.filter((call) => !isAccepted(call))).toEqual([]);
  return calls.map(({ verb, payload }) => (payload === undefined ? verb : { [verb]: payload }));
};

const recorder = (what: string) => page.getByRole('button', { name: new RegExp(`, shortcut ${what}$`) });

describe.each([
  ['to open Latchkey', 'shortcut'],
  ['to keep unlocked', 'keepUnlockedShortcut'],
] as const)('the shortcut %s', (what, preference) => {
  const ours = () => recorder(what);

  it('is recorded from the keys that are pressed, and shown as the next state says it', async () => {
    await open();
    await ours().click();
    await page.keyboard.press('Control+Alt+KeyL');
    expect(await asked()).toEqual([{ 'preferences.set': { [preference]: 'Control+Alt+L' } }]);
    await expect.poll(() => ours().textContent()).toBe('Record…');
    await announce(page, 'state.changed', chosen({ [preference]: 'Control+Alt+L' }));
    expect(await ours().textContent()).toBe('⌃⌥L');
    expect(await ours().getAttribute('aria-label')).toBe(`Control Option L, shortcut ${what}`);
  });

  it('says what is wrong with the keys, and goes on listening', async () => {
    await open();
    await ours().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('l');
    await expect.poll(() => panel().textContent()).toContain('Hold Command or Control as well.');
    await page.keyboard.press('Meta+KeyC');
    await expect.poll(() => panel().textContent()).toContain('Every app uses that one.');
    await page.keyboard.press('Meta+Shift+Space');
    expect(await asked()).toEqual([{ 'preferences.set': { [preference]: 'Shift+Command+Space' } }]);
  });

  it.each(['Escape', 'Tab'])('is not changed by %s', async (key) => {
    await open();
    await ours().click();
    expect(await ours().getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press(key);
    await expect.poll(() => ours().getAttribute('aria-pressed')).toBe('false');
    expect(await asked()).toEqual([]);
  });

  it('leaves ⌘R to the page only while it does not record', async () => {
    await open();
    await ours().click();
    await page.keyboard.press('Control+KeyR');
    expect(await asked()).toEqual([{ 'preferences.set': { [preference]: 'Control+R' } }]);
  });

  it('can be cleared', async () => {
    await open(chosen({ [preference]: 'Control+Alt+L' }));
    await button(`Clear the shortcut ${what}`).click();
    expect(await asked()).toEqual([{ 'preferences.set': { [preference]: null } }]);
  });
});

describe('the two shortcuts', () => {
  it('say so where macOS refuses one', async () => {
    await open(shortcutTaken);
    expect(await panel().textContent()).toContain('has ⌃⌥L already. Choose another shortcut.');
  });

  it.each([
    ['to keep unlocked', { shortcut: 'Control+Alt+L' }, 'Those keys open Latchkey already.'],
    ['to open Latchkey', { keepUnlockedShortcut: 'Control+Alt+L' }, 'Those keys are for Keep Unlocked already.'],
  ])('are not the same: %s', async (what, others, refusal) => {
    await open(chosen(others));
    await recorder(what).click();
    await page.keyboard.press('Control+Alt+KeyL');
    await expect.poll(() => panel().textContent()).toContain(refusal);
    expect(await asked()).toEqual([]);
  });
});

describe('what is chosen', () => {
  it('is asked for and not shown before it is so', async () => {
    await open();
    const onQuit = page.getByRole('combobox', { name: 'If Latchkey quits while keeping unlocked' });
    await onQuit.selectOption('Stay Unlocked');
    expect(await onQuit.inputValue()).toBe('put-back');
    await tab('Advanced').click();
    const pace = page.getByRole('combobox', { name: 'Check for changes' });
    await pace.selectOption('Less Often');
    expect(await pace.inputValue()).toBe('normal');
    await page.getByRole('switch', { name: 'Network checks' }).click();
    expect(await asked()).toEqual([
      { 'preferences.set': { onQuitDuringHold: 'keep' } },
      { 'preferences.set': { beat: 'relaxed' } },
      { 'preferences.set': { networkChecks: true } },
    ]);
  });

  it('is each kind of notification by itself, with when it comes', async () => {
    await open(chosen({ mutedNotifications: ['login-ends'] }), 'settings, Notifications');
    const words = (await panel().textContent()) ?? '';
    for (const kind of notificationKinds) expect(words).toContain(notificationRules[kind].when);
    const kindSwitch = (title: string) => page.getByRole('switch', { name: title, exact: true });
    expect(await kindSwitch(notificationRules['login-ends'].title).isChecked()).toBe(false);
    await kindSwitch(notificationRules['hold-waits'].title).click();
    await kindSwitch(notificationRules['login-ends'].title).click();
    expect(await asked()).toEqual([
      { 'preferences.set': { mutedNotifications: ['login-ends', 'hold-waits'] } },
      { 'preferences.set': { mutedNotifications: [] } },
    ]);
  });

  it('is no kind by itself while all of them are off', async () => {
    await open(chosen({ notifications: false }), 'settings, Notifications');
    const kinds = panel().getByRole('switch');
    expect(await kinds.count()).toBe(notificationKinds.length + 1);
    expect(await panel().locator('input:disabled').count()).toBe(notificationKinds.length);
  });

  it('may need System Settings, which one click opens; where that fails the way there is said', async () => {
    await open(appState({}, { launchAtLogin: 'requires-approval' }));
    await button('Open Login Items…').click();
    await tab('Notifications').click();
    for (const name of ['Open Notification Settings…', 'Open Focus Settings…']) await button(name).click();
    expect(await asked()).toEqual(
      ['login-items', 'notifications', 'focus'].map((pane) => ({ 'app.openSystemSettings': { pane } })),
    );
    await replyWith(page, 'app.openSystemSettings', { ok: false, code: 'not-opened', reason: 'Open it yourself.' });
    await button('Open Focus Settings…').click();
    await expect.poll(() => panel().textContent()).toContain('Open it yourself.');
  });
});

describe('the diagnostic', () => {
  const text = '{\n  "what": "‹b›<b>bold</b>",\n    "deep":   1\n}\n';

  it('is shown exactly as it will be saved, before there is anything to save', async () => {
    await open(appState(), 'settings, Advanced');
    await replyWith(page, 'diagnostic.preview', text);
    expect(await button('Save… the diagnostic').count()).toBe(0);
    await button('Export a Diagnostic…').click();
    expect(await region('The diagnostic').textContent()).toBe(text);
    await button('Save… the diagnostic').click();
    await expect.poll(() => region('Diagnostic').textContent()).toContain('Saved. Only you can read the file.');
    expect(await asked()).toEqual(['diagnostic.preview', 'diagnostic.save']);
  });

  it('that was not saved after all is no error, and one that could not be says why', async () => {
    await open(appState(), 'settings, Advanced');
    await button('Export a Diagnostic…').click();
    await replyWith(page, 'diagnostic.save', { kind: 'cancelled' });
    await button('Save… the diagnostic').click();
    expect(await region('Diagnostic').getByRole('status').textContent()).toBe('');
    await replyWith(page, 'diagnostic.save', { kind: 'failed', sentence: 'Choose another place.' });
    await button('Save… the diagnostic').click();
    await expect.poll(() => region('Diagnostic').getByRole('status').textContent()).toBe('Choose another place.');
  });

  it('is put away again, and the keyboard is back where it was', async () => {
    await open(appState(), 'settings, Advanced');
    await button('Export a Diagnostic…').press('Enter');
    await button('Close the diagnostic').press('Enter');
    expect(await region('The diagnostic').count()).toBe(0);
    expect(await button('Export a Diagnostic…').evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('that does not come is said', async () => {
    await open(appState(), 'settings, Advanced');
    await refuse(page, 'diagnostic.preview');
    await button('Export a Diagnostic…').click();
    await expect.poll(() => region('Diagnostic').textContent()).toContain('Latchkey did not answer. Try again.');
  });
});

describe('the reset', () => {
  it('takes a second click and says what it leaves alone', async () => {
    await open(appState(), 'settings, Advanced');
    expect(await region('Reset').textContent()).toMatch(/does not touch your keychains .* history .* shell helper/);
    await button('Reset All Settings…').click();
    expect(await asked()).toEqual([]);
    await button('Reset all settings').click();
    await expect.poll(() => region('Reset').getByRole('status').textContent()).toBe('The settings are as they came.');
    expect(await asked()).toEqual(['preferences.reset']);
  });

  it('can be thought better of, and a double-click does not do it', async () => {
    await open(appState(), 'settings, Advanced');
    await button('Reset All Settings…').click();
    await button('Cancel the reset').click();
    expect(await button('Reset all settings').count()).toBe(0);
    await button('Reset All Settings…').dblclick();
    expect(await asked()).toEqual([]);
  });
});

it.each(['light', 'dark'] as const)('axe finds nothing while something is asked for, in %s', async (colorScheme) => {
  const options = { page: 'settings', colorScheme, reducedMotion: 'reduce', bypassCSP: true } as const;
  page = await browser.open(shortcutTaken, options);
  await recorder('to open Latchkey').click();
  expect(await axeFindings(page)).toEqual([]);
  await tab('Advanced').click();
  await button('Export a Diagnostic…').click();
  await button('Erase the history…').click();
  await button('Reset All Settings…').click();
  expect(await axeFindings(page)).toEqual([]);
});
