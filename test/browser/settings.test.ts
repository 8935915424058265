import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppState, Preferences } from '../../electron/contract/app-state';
import { notificationKinds, notificationRules } from '../../electron/core/notification-kinds';
import { appState, everydayPreferences } from './fixtures/app-state';
import { shortcutTaken } from './fixtures/settings-states';
import { announce, callsOf, isAccepted, refuse, replyWith } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const chosen = (preferences: Partial<Preferences>): AppState =>
  appState({}, { preferences: { ...everydayPreferences, ...preferences } });
const open = async (state: AppState = appState()) => {
  page = await browser.open(state, { page: 'settings', viewport: { width: 560, height: 680 } });
};
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const region = (name: string) => page.getByRole('region', { name, exact: true });
const asked = async () => {
  const calls = await callsOf(page);
  expect(calls.filter((call) => !isAccepted(call))).toEqual([]);
  return calls.map(({ verb, payload }) => (payload === undefined ? verb : { [verb]: payload }));
};

describe('the shortcut', () => {
  const recorder = () => page.getByRole('button', { name: /shortcut to open Latchkey$/ });

  it('is recorded from the keys that are pressed, and shown as the next state says it', async () => {
    await open();
    await recorder().click();
    await page.keyboard.press('Control+Alt+KeyL');
    expect(await asked()).toEqual([{ setPreferences: { shortcut: 'Control+Alt+L' } }]);
    await expect.poll(() => recorder().textContent()).toBe('Record…');
    await announce(page, 'stateChanged', chosen({ shortcut: 'Control+Alt+L' }));
    expect(await recorder().textContent()).toBe('⌃⌥L');
    expect(await recorder().getAttribute('aria-label')).toBe('Control Option L, shortcut to open Latchkey');
  });

  it('says what is wrong with the keys, and goes on listening', async () => {
    await open();
    await recorder().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('l');
    await expect.poll(() => region('General').textContent()).toContain('Hold Command or Control as well.');
    await page.keyboard.press('Meta+KeyC');
    await expect.poll(() => region('General').textContent()).toContain('Every app uses that one.');
    await page.keyboard.press('Meta+Shift+Space');
    expect(await asked()).toEqual([{ setPreferences: { shortcut: 'Shift+Command+Space' } }]);
  });

  it.each(['Escape', 'Tab'])('is not changed by %s', async (key) => {
    await open();
    await recorder().click();
    expect(await recorder().getAttribute('aria-pressed')).toBe('true');
    await page.keyboard.press(key);
    await expect.poll(() => recorder().getAttribute('aria-pressed')).toBe('false');
    expect(await asked()).toEqual([]);
  });

  it('leaves ⌘R to the page only while it does not record', async () => {
    await open();
    await recorder().click();
    await page.keyboard.press('Control+KeyR');
    expect(await asked()).toEqual([{ setPreferences: { shortcut: 'Control+R' } }]);
  });

  it('that is taken says so, and can be cleared', async () => {
    await open(shortcutTaken);
    expect(await region('General').textContent()).toContain('has ⌃⌥L already. Choose another shortcut.');
    await button('Clear the shortcut').click();
    expect(await asked()).toEqual([{ setPreferences: { shortcut: null } }]);
  });
});

describe('what is chosen', () => {
  it('is asked for and not shown before it is so', async () => {
    await open();
    const pace = page.getByRole('combobox', { name: 'Pace' });
    await pace.selectOption('Relaxed');
    await page.getByRole('combobox', { name: 'When Latchkey quits during a hold' }).selectOption('Keep holding');
    expect(await pace.inputValue()).toBe('normal');
    expect(await asked()).toEqual([
      { setPreferences: { beat: 'relaxed' } },
      { setPreferences: { onQuitDuringHold: 'keep' } },
    ]);
  });

  it('is each kind of notification by itself, with when it comes', async () => {
    await open(chosen({ mutedNotifications: ['login-ends'] }));
    const words = (await region('Notifications').textContent()) ?? '';
    for (const kind of notificationKinds) expect(words).toContain(notificationRules[kind].when);
    const kindSwitch = (title: string) => page.getByRole('switch', { name: title, exact: true });
    expect(await kindSwitch(notificationRules['login-ends'].title).isChecked()).toBe(false);
    await kindSwitch(notificationRules['hold-waits'].title).click();
    await kindSwitch(notificationRules['login-ends'].title).click();
    expect(await asked()).toEqual([
      { setPreferences: { mutedNotifications: ['login-ends', 'hold-waits'] } },
      { setPreferences: { mutedNotifications: [] } },
    ]);
  });

  it('is no kind by itself while all of them are off', async () => {
    await open(chosen({ notifications: false }));
    const kinds = region('Notifications').getByRole('switch');
    expect(await kinds.count()).toBe(notificationKinds.length + 1);
    expect(await region('Notifications').locator('input:disabled').count()).toBe(notificationKinds.length);
  });

  it('may need System Settings, which one click opens; where that fails the way there is said', async () => {
    await open(appState({}, { launchAtLogin: 'requires-approval' }));
    for (const name of ['Open Login Items…', 'Open Notification Settings…', 'Open Focus Settings…'])
      await button(name).click();
    expect(await asked()).toEqual(
      ['login-items', 'notifications', 'focus'].map((pane) => ({ openSystemSettings: { pane } })),
    );
    await replyWith(page, 'openSystemSettings', { ok: false, code: 'not-opened', reason: 'Open it yourself.' });
    await button('Open Focus Settings…').click();
    await expect.poll(() => region('Notifications').textContent()).toContain('Open it yourself.');
  });
});

it('Tab reaches every control of the window, from top to bottom', async () => {
  await open(shortcutTaken);
  const controls = page.locator('button, select, input, summary').filter({ visible: true });
  const expected = await controls.evaluateAll((all) => all.filter((one) => !(one as HTMLInputElement).disabled).length);
  const places: number[] = [];
  for (let presses = 0; presses < expected; presses += 1) {
    await page.keyboard.press('Tab');
    places.push(await controls.evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement)));
  }
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(new Set(places).size).toBe(expected);
  expect(places).not.toContain(-1);
});

describe('the diagnostic', () => {
  const text = '{\n  "what": "‹b›<b>bold</b>",\n    "deep":   1\n}\n';

  it('is shown exactly as it will be saved, before there is anything to save', async () => {
    await open();
    await replyWith(page, 'previewDiagnostic', text);
    expect(await button('Save… the diagnostic').count()).toBe(0);
    await button('Export a Diagnostic…').click();
    expect(await region('The diagnostic').textContent()).toBe(text);
    await button('Save… the diagnostic').click();
    await expect.poll(() => region('Diagnostic').textContent()).toContain('Saved. Only you can read the file.');
    expect(await asked()).toEqual(['previewDiagnostic', 'saveDiagnostic']);
  });

  it('that was not saved after all is no error, and one that could not be says why', async () => {
    await open();
    await button('Export a Diagnostic…').click();
    await replyWith(page, 'saveDiagnostic', { kind: 'cancelled' });
    await button('Save… the diagnostic').click();
    expect(await region('Diagnostic').getByRole('status').textContent()).toBe('');
    await replyWith(page, 'saveDiagnostic', { kind: 'failed', sentence: 'Choose another place.' });
    await button('Save… the diagnostic').click();
    await expect.poll(() => region('Diagnostic').getByRole('status').textContent()).toBe('Choose another place.');
  });

  it('is put away again, and the keyboard is back where it was', async () => {
    await open();
    await button('Export a Diagnostic…').press('Enter');
    await button('Close the diagnostic').press('Enter');
    expect(await region('The diagnostic').count()).toBe(0);
    expect(await button('Export a Diagnostic…').evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('that does not come is said', async () => {
    await open();
    await refuse(page, 'previewDiagnostic');
    await button('Export a Diagnostic…').click();
    await expect.poll(() => region('Diagnostic').textContent()).toContain('Latchkey did not answer. Try again.');
  });
});

describe('the reset', () => {
  it('takes a second click and says what it leaves alone', async () => {
    await open();
    expect(await region('Reset').textContent()).toMatch(/does not touch your keychains .* history .* shell helper/);
    await button('Reset All Settings…').click();
    expect(await asked()).toEqual([]);
    await button('Reset all settings').click();
    await expect.poll(() => region('Reset').getByRole('status').textContent()).toBe('The settings are as they came.');
    expect(await asked()).toEqual(['resetSettings']);
  });

  it('can be thought better of, and a double-click does not do it', async () => {
    await open();
    await button('Reset All Settings…').click();
    await button('Cancel the reset').click();
    expect(await button('Reset all settings').count()).toBe(0);
    await button('Reset All Settings…').dblclick();
    expect(await asked()).toEqual([]);
  });
});

it.each(['light', 'dark'] as const)(
  'axe finds nothing while keys, a diagnostic and a reset are asked for, in %s',
  async (colorScheme) => {
    const options = { page: 'settings', colorScheme, reducedMotion: 'reduce', bypassCSP: true } as const;
    page = await browser.open(shortcutTaken, options);
    await button('Export a Diagnostic…').click();
    await button('Reset All Settings…').click();
    await page.getByRole('button', { name: /shortcut to open Latchkey$/ }).click();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  },
);
