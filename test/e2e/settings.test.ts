import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { scenarioWith } from './scenario';

describe('the settings window', () => {
  let app: LatchkeyApp;
  let settings: Page;
  const isRegistered = (accelerator: string) =>
    app.electron.evaluate(({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted), accelerator);
  const recorder = () => settings.getByRole('button', { name: /, shortcut to open Latchkey$/ });
  const record = async (keys: string) => {
    await recorder().click();
    await settings.keyboard.press(keys);
  };
  const tab = (name: string) => settings.getByRole('tab', { name, exact: true });
  const contentHeight = () =>
    app.electron.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((one) => one.getTitle() === 'Latchkey Settings')
          ?.getContentBounds().height,
    );
  const region = (name: string) => settings.getByRole('region', { name, exact: true });

  beforeAll(async () => {
    app = await launchLatchkey(scenarioWith({ state: 'unlocked' }));
  });
  afterAll(() => app.close());

  it('opens from the menu of the icon, and shows what only somebody who looks is shown, without the popover', async () => {
    settings = await app.openSettings();
    await tab('Remote').click();
    await expect.poll(() => region('Shell helper').textContent()).toContain('zsh');
    await expect.poll(() => region('Desktop tmux').textContent()).not.toContain('Looking for it');
    await settings.close();
  });

  it('opens from the popover with ⌘, and from the application menu, and is one window', async () => {
    const popover = await app.openPopover();
    const opened = app.electron.waitForEvent('window');
    await popover.keyboard.press('Control+Comma');
    settings = await opened;
    await settings.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
    const windows = app.electron.windows().length;
    await app.electron.evaluate(({ Menu }) => {
      const item = Menu.getApplicationMenu()?.items[0]?.submenu?.items.find(({ label }) => label === 'Settings…');
      if (!item) throw new Error('the menu has no Settings…');
      item.click();
    });
    await app.chooseInTrayMenu('Settings…');
    expect(app.electron.windows()).toHaveLength(windows);
    const isNormal = await app.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.getTitle() === 'Latchkey Settings');
      return (
        window?.isClosable() && window.isMinimizable() && !window.isResizable() && window.getContentSize()[0] === 560
      );
    });
    expect(isNormal).toBe(true);
  });

  it('is as high as the tab that it shows', async () => {
    for (const name of ['Notifications', 'Remote', 'Advanced', 'General']) {
      await tab(name).click();
      const needed = await settings.locator('.content').evaluate((content) => content.clientHeight);
      await expect.poll(contentHeight).toBe(needed);
    }
  });

  it('takes a shortcut, and gives it back for another one and for none', async () => {
    await record('Control+Alt+KeyL');
    await expect.poll(() => recorder().textContent()).toBe('⌃⌥L');
    expect(await isRegistered('Control+Alt+L')).toBe(true);
    await record('Control+Alt+Shift+F7');
    await expect.poll(() => recorder().textContent()).toBe('⌃⌥⇧F7');
    expect(await isRegistered('Control+Alt+L')).toBe(false);
    expect(await isRegistered('Control+Alt+Shift+F7')).toBe(true);
    await settings.getByRole('button', { name: 'Clear the shortcut to open Latchkey' }).click();
    await expect.poll(() => recorder().textContent()).toBe('Record…');
    expect(await isRegistered('Control+Alt+Shift+F7')).toBe(false);
  });

  it('says so when somebody else has the shortcut', async () => {
    await app.electron.evaluate(({ globalShortcut }) => {
      if (!globalShortcut.register('Control+Alt+K', () => undefined)) throw new Error('it cannot be taken here');
    });
    await record('Control+Alt+KeyK');
    await expect
      .poll(() => settings.getByRole('tabpanel').textContent())
      .toContain('has ⌃⌥K already. Choose another shortcut.');
    expect((await app.state()).shortcutProblem).toContain('⌃⌥K');
  });

  it('shows a diagnostic of this Mac and saves exactly that, for the user alone', async () => {
    const path = join(app.mac.root, 'diagnostic.json');
    await app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, path);
    await tab('Advanced').click();
    await settings.getByRole('button', { name: 'Export a Diagnostic…' }).click();
    const shown = (await region('The diagnostic').textContent()) ?? '';
    expect(JSON.parse(shown)).toMatchObject({ state: { snapshot: { keychains: [{ lock: { state: 'unlocked' } }] } } });
    expect(shown).not.toContain('alice');
    await settings.getByRole('button', { name: 'Save…' }).click();
    await expect.poll(() => region('Diagnostic').textContent()).toContain('Saved.');
    expect(readFileSync(path, 'utf8')).toBe(shown);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('puts every choice back, and leaves the history’s length and the keychain as they are', async () => {
    await settings.getByRole('combobox', { name: 'Check for changes' }).selectOption('More Often');
    await settings.getByRole('combobox', { name: 'Keep it for' }).selectOption('7 days');
    await tab('General').click();
    await settings.getByRole('switch', { name: 'Show the state beside the icon' }).click();
    await expect
      .poll(async () => (await app.state()).preferences)
      .toMatchObject({ beat: 'quick', historyDays: 7, showTitle: true });
    await tab('Advanced').click();
    await settings.getByRole('button', { name: 'Reset All Settings…' }).click();
    await settings.getByRole('button', { name: 'Reset all settings', exact: true }).click();
    await expect.poll(() => region('Reset').textContent()).toContain('The settings are as they came.');
    const state = await app.state();
    expect(state.preferences).toMatchObject({ beat: 'normal', historyDays: 7, showTitle: false, shortcut: null });
    expect(state.shortcutProblem).toBeNull();
    expect((await app.status()).keychains[0]?.lock.state).toBe('unlocked');
  });
});
