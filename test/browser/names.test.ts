import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { everyState, pageOf } from './fixtures/every-state';
import { type PopoverBrowser, type ShownPage, startPopoverBrowser, turnTo } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const heardOn: readonly (readonly [ShownPage, readonly string[]])[] = [
  [
    'first',
    [
      ...['- main:', '- contentinfo:', '- heading "Unlocked" [level=1]', '- button "About the login keychain"'],
      ...['button "Auto-lock: 5 min"', 'button "Logins: Claude Code ends 16:10"', '- button "Why logged out?"'],
    ],
  ],
  [
    'keychain',
    [
      ...['- button "Back"', '- heading "Keychain" [level=1]', '- region "Unlocked in this desktop session":'],
      ...['- region "Auto-lock":', '- combobox "Lock after last use":', '- option "5 minutes" [selected]'],
      ...['- switch "Lock on sleep"', '- list "Other keychains":', '- button "Unlock the ci keychain"'],
      '- button "Quit Latchkey"',
    ],
  ],
  ['warnings', ['- list "Warnings":', 'heading "Note: A new SSH login sees a locked keychain" [level=2]']],
  ['places', ['- list "Remote sessions":']],
  ['logins', ['- list "Logins":']],
  ['login', ['- heading "Claude Code" [level=1]', 'button "All logins: 1"']],
];

it.each(heardOn)(
  'VoiceOver hears regions, headings, lists and named controls on the page “%s”',
  async (shown, lines) => {
    page = await browser.open(everyState['several keychains'] ?? appState(), { page: shown });
    const tree = await page.locator('body').ariaSnapshot();
    for (const line of lines) expect(tree).toContain(line);
  },
);

it('says in words what the icons show', async () => {
  page = await browser.open(appState(), { page: 'places' });
  const rows = await page.locator('.session').allInnerTexts();
  expect(rows.map((row) => row.replaceAll(/\s+/g, ' '))).toEqual([
    expect.stringMatching(/SSH login from 192\.168\.1\.20 sees Locked .*started over SSH.* inferred/),
    expect.stringMatching(
      /tmux server sees Unlocked .*started on the desktop.* 2 clients attached, 1 over SSH from 192\.168\.1\.20 .*· measured /,
    ),
    expect.stringMatching(/The next SSH login will see Locked/),
  ]);
});

it('a locked setting says why to whoever cannot see it greyed out', async () => {
  page = await browser.open(everyState.locked ?? appState(), { page: 'keychain' });
  const ids = (await page.getByRole('switch', { name: 'Lock on sleep' }).getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`[id="${ids}"]`).innerText()).toContain('Unlock first');
});

it('what changes by itself is announced politely, in regions that were there before', async () => {
  page = await browser.open(appState());
  expect(await page.locator('.verdict-notice[aria-live="polite"]').count()).toBe(1);
  expect(await page.locator('.state-head [role="status"]').count()).toBe(1);
  await turnTo(page, 'keychain');
  expect(await page.locator('.notice-region[aria-live="polite"]').count()).toBe(1);
  expect(await page.locator('.state-card [role="status"]').count()).toBe(1);
});

it.each(['unlocked, locks after idling', 'undo offered', 'a credential of each status', 'failed'])(
  'every time in the state "%s" can be read by a machine',
  async (name) => {
    page = await browser.open(everyState[name] ?? appState(), { page: pageOf(name) });
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
