import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { everyState } from './fixtures/every-state';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

it('VoiceOver hears regions, headings, lists and named controls', async () => {
  page = await browser.open(everyState['several keychains'] ?? appState());
  const tree = await page.locator('body').ariaSnapshot();
  for (const line of [
    '- main:',
    '- contentinfo:',
    '- region "Unlocked in this desktop session":',
    '- heading "Unlocked in this desktop session" [level=1]',
    '- list "Warnings":',
    'heading "Note: A new SSH login sees a locked keychain" [level=2]',
    '- region "Auto-lock":',
    '- combobox "Lock after last use":',
    '- option "5 minutes" [selected]',
    '- switch "Lock on sleep"',
    '- list "Other keychains":',
    '- button "Unlock the ci keychain"',
    '- list "Remote sessions":',
    '- list "Credentials":',
    '- button "Quit Latchkey"',
  ]) {
    expect(tree).toContain(line);
  }
});

it('says in words what the icons show', async () => {
  page = await browser.open(appState());
  const rows = await page.locator('.session').allInnerTexts();
  expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/SSH login from 192\.168\.1\.20 sees Locked .*born over SSH.* inferred/),
    expect.stringMatching(
      /tmux server sees Unlocked .*born on the desktop.* 2 clients attached, 1 over SSH from 192\.168\.1\.20 .*· measured /,
    ),
    expect.stringMatching(/The next SSH login will see Locked/),
  ]);
});

it('a locked setting says why to whoever cannot see it greyed out', async () => {
  page = await browser.open(everyState.locked ?? appState());
  const ids = (await page.getByRole('switch', { name: 'Lock on sleep' }).getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`[id="${ids}"]`).innerText()).toContain('Unlock first');
});

it('what changes by itself is announced politely, in regions that were there before', async () => {
  page = await browser.open(appState());
  expect(await page.locator('.notice-region[aria-live="polite"]').count()).toBe(1);
  expect(await page.locator('.state-card [role="status"]').count()).toBe(1);
});

it.each(['unlocked, locks after idling', 'undo offered', 'a credential of each status', 'failed'])(
  'every time in the state "%s" can be read by a machine',
  async (name) => {
    page = await browser.open(everyState[name] ?? appState());
    const text = await page.locator('.content').evaluate((content) => {
      for (const time of content.querySelectorAll('time')) {
        if (!Number.isFinite(Date.parse(time.dateTime))) throw new Error(`not a time: ${time.dateTime}`);
        time.remove();
      }
      return content.textContent ?? '';
    });
    expect(text).not.toMatch(/\bago\b|\bin \d+ (h|min)\b|\b\d\d:\d\d\b|yesterday|tomorrow/);
  },
);
