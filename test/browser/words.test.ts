import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { claudeCodeInKeychain } from './fixtures/credentials';
import { everyState, pageOf } from './fixtures/every-state';
import { keychain, locked, minutesFromNow } from './fixtures/keychains';
import { type PopoverBrowser, type ShownPage, show, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
  page = await browser.open(appState());
});
afterAll(() => browser.close());

const showState = async (name: string, shownPage: ShownPage = pageOf(name)): Promise<void> => {
  const state = everyState[name];
  if (!state) throw new Error(`no state ${name}`);
  await show(page, state, shownPage);
};

describe('the sentences of each state', () => {
  it.each([
    ['first look', 'Looking…', 'unknown'],
    ['unlocked, locks after idling', 'Unlocked', 'unlocked'],
    ['locked', 'Locked', 'locked'],
    ['hold on', 'Unlocked until 17:59', 'unlocked'],
    ['unknown, with its reason', 'Lock state unknown', 'unknown'],
    ['no keychain', 'No keychain found', 'unknown'],
  ])('"%s" is headed "%s" beside the padlock "%s"', async (name, heading, shape) => {
    await showState(name, 'first');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(
      new RegExp(heading.replaceAll(' ', '\\s')),
    );
    expect(await page.locator('.padlock').getAttribute('data-shape')).toBe(shape);
  });

  it.each([
    ['unlocked, locks after idling', 'Locks 5 min after last use · not on sleep'],
    ['unlocked, locks on sleep', 'Locks on sleep · no timeout'],
    ['unlocked, never locks', 'whoever gets into this session can use its logins'],
    ['locked', 'Unlock first: macOS cannot change these settings of a locked keychain.'],
    ['locked', "Stored in the keychain's file"],
    ['announced, notifications denied', 'System Settings › Notifications › Latchkey'],
    ['announced, notifications denied', 'Announced 4 min ago'],
    ['announced, no answer from the system', 'The keychain may lock within 5 minutes'],
    ['settings, Notifications: denied', 'System Settings › Notifications › Latchkey'],
    ['unknown, with its reason', 'The system library that tells it could not be loaded'],
    ['unknown, with its reason', 'open Keychain Access'],
    ['unlocked, settings unknown', 'a format that Latchkey does not know'],
    ['dialog open', "Waiting for the system's dialog…"],
    ['settling after unlock', 'Checking…'],
    ['saving auto-lock', 'Saving…'],
    ['no sessions', 'Nobody is here from elsewhere now.'],
    ['no sessions', 'Remote Login is off: nobody can log in over SSH.'],
    ['no credentials', 'No tool that Latchkey knows was found.'],
    ['a credential of each status', 'access token ended 12 min ago'],
    ['expiry can be read', 'Reads this one item, keeps two dates and drops the rest.'],
    ['expiry cannot be read while locked', 'Its expiry can be read while the keychain is unlocked.'],
    ['preferences notice', 'The settings file could not be read; defaults are in force.'],
    ['simulated Mac', 'Simulated Mac'],
    ['settings: approval missing', 'macOS waits for your approval'],
    ['settings: login item unavailable', 'Not available here'],
  ])('"%s" says: %s', async (name, sentence) => {
    await showState(name);
    expect(await page.locator('#popover').innerText()).toContain(sentence);
  });

  it('never calls anything locked but what is locked', async () => {
    await showState('unknown, with its reason');
    const card = await page.locator('.state-card').innerText();
    expect(card).not.toMatch(/\block(ed|s)\b(?! of)/i);
  });

  it('offers to read the expiry only for a Claude Code login in the keychain whose expiry is not known', async () => {
    await show(
      page,
      appState({
        credentials: [
          { ...claudeCodeInKeychain, expiry: { of: 'login', at: minutesFromNow(99) } },
          { ...claudeCodeInKeychain, tool: 'gh' },
          { ...claudeCodeInKeychain, store: 'file', name: 'In a file' },
        ],
        keychains: [keychain({ ...locked, state: 'unlocked' })],
      }),
      'logins',
    );
    const rows = page.locator('.credential button');
    for (let index = 0; index < 3; index += 1) {
      await rows.nth(index).click();
      expect(await page.locator('.credential').count()).toBe(1);
      expect(await page.getByRole('button', { name: 'Read expiry' }).count()).toBe(0);
      await page.keyboard.press('Escape');
    }
  });
});
