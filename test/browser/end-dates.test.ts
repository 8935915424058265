import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Credential } from '../../electron/core/words/credential';
import { appState, pending } from './fixtures/app-state';
import { claudeCodeInFile } from './fixtures/credentials';
import { datedToken, undatedToken } from './fixtures/end-dates';
import { announce, callsOf, isAccepted } from './harness/fake-main';
import { type PopoverBrowser, show, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const openOn = async (...credentials: readonly Credential[]) => {
  page = await browser.open(appState({ credentials }), { page: 'login' });
};
const button = (name: string) => page.getByRole('button', { name });
const field = () => page.getByLabel('Ends on');
const enter = 'Enter its end date… npm, registry.example.com';
const change = 'Change its end date… GitHub CLI, alice@github.com';

describe('a token whose end is not on the disk', () => {
  it('says so, and offers to enter the date; a login of another kind does not', async () => {
    await openOn(claudeCodeInFile);
    expect(await page.locator('.end-date').count()).toBe(0);
    await show(page, appState({ credentials: [undatedToken] }), 'login');
    const row = page.locator('.credential').filter({ hasText: 'registry.example.com' });
    expect(await row.innerText()).toContain('no end date on disk');
    expect(await page.locator('.end-date').count()).toBe(1);
    expect(await button(enter).count()).toBe(1);
  });

  it('gets the date that is entered, and the page asks for nothing else', async () => {
    await openOn(undatedToken);
    await button(enter).click();
    expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.locator('.end-date input').count()).toBe(1);
    await field().fill('2027-02-28');
    await button('Save').click();
    const calls = await callsOf(page);
    expect(calls).toEqual([
      {
        verb: 'credentials.setEndDate',
        payload: { tool: 'npm', account: 'registry.example.com', endsOn: '2027-02-28' },
      },
    ]);
    expect(calls.every(isAccepted)).toBe(true);
    expect(await field().count()).toBe(0);
    expect(await button(enter).evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it('can be given its date by keyboard alone', async () => {
    await openOn(undatedToken);
    await button(enter).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => field().evaluate((input) => input === document.activeElement)).toBe(true);
    // The order of month, day and year is Chromium's own language's, whatever the page's is.
    await page.keyboard.type('02282027');
    await page.keyboard.press('Enter');
    expect(await callsOf(page)).toMatchObject([{ verb: 'credentials.setEndDate', payload: { endsOn: '2027-02-28' } }]);
  });

  it('gets nothing as long as there is no whole date, nor after Cancel or Escape, which leaves the window open', async () => {
    await openOn(undatedToken);
    await button(enter).click();
    await button('Save').click({ force: true });
    await page.keyboard.press('Escape');
    expect(await field().count()).toBe(0);
    await button(enter).click();
    await field().fill('2027-02-28');
    await button('Cancel').click();
    expect(await field().count()).toBe(0);
    expect(await callsOf(page)).toEqual([]);
  });

  it('says what came of it where it was entered', async () => {
    await openOn(undatedToken);
    const target = { kind: 'login', tool: 'npm', account: 'registry.example.com' } as const;
    await announce(
      page,
      'state.changed',
      appState({ credentials: [undatedToken] }, { pending: [pending('set-end-date', 'running', target)] }),
    );
    expect(await page.locator('.end-date .pending').innerText()).toBe('Saving…');
    const notice = {
      kind: 'failed',
      code: 'not-written',
      sentence: 'The end date could not be saved.',
      at: '2026-11-20T13:00:01.000Z',
    } as const;
    await announce(page, 'state.changed', appState({ credentials: [undatedToken] }, { notice }));
    expect(await page.locator('.end-date .hint').innerText()).toBe('The end date could not be saved.');
  });
});

describe('a token whose end the user has entered', () => {
  it('tells the day, and that it was entered', async () => {
    await openOn(datedToken);
    const facts = (await page.locator('.credential .facts').innerText()).replaceAll(/\s+/g, ' ');
    expect(facts).toBe('Signed in · login ends on 24 December · entered by you');
    expect(await page.locator('.credential time').getAttribute('datetime')).toBe('2026-12-24');
  });

  it('can be given another date, or none', async () => {
    await openOn(datedToken);
    await button(change).click();
    expect(await field().inputValue()).toBe('2026-12-24');
    await button('Save').click({ force: true });
    expect(await callsOf(page)).toEqual([]);
    await button('Clear the end date of GitHub CLI, alice@github.com').click();
    expect(await callsOf(page)).toEqual([
      { verb: 'credentials.setEndDate', payload: { tool: 'gh', account: 'alice@github.com', endsOn: null } },
    ]);
  });

  it('is left alone where an end was read since', async () => {
    await openOn({ ...datedToken, expiry: { of: 'access-token', at: '2026-12-24T00:00:00.000Z' } });
    expect(await page.locator('.end-date').count()).toBe(0);
  });
});

describe('the settings', () => {
  it.each([
    ['Logins', 'Only when ended', { login: [] }],
    ['Sessions and access tokens', '60 and 10 minutes before', { session: [60, 10] }],
    ['Certificates', '7 days before', { certificate: [10_080] }],
  ])('offer how early the end of “%s” is told of', async (label, choice, changes) => {
    page = await browser.open(appState(), { page: 'settings, Notifications' });
    await page.getByLabel(label).selectOption(choice);
    const calls = await callsOf(page);
    const { expiryThresholds } = appState().preferences;
    expect(calls).toEqual([
      { verb: 'preferences.set', payload: { expiryThresholds: { ...expiryThresholds, ...changes } } },
    ]);
    expect(calls.every(isAccepted)).toBe(true);
    // The next state answers.
    expect(await page.getByLabel(label).inputValue()).toBe(
      String(
        Object.values({ ...expiryThresholds })[Object.keys(expiryThresholds).indexOf(Object.keys(changes)[0] ?? '')],
      ),
    );
  });

  it('show also what a hand has written into the file', async () => {
    const preferences = { ...appState().preferences, expiryThresholds: { login: [77], session: [], certificate: [] } };
    page = await browser.open(appState({}, { preferences }), { page: 'settings, Notifications' });
    expect(await page.getByLabel('Logins').locator('option:checked').innerText()).toBe('77 minutes before');
    expect(await page.getByLabel('Certificates').locator('option:checked').innerText()).toBe('Only when ended');
  });
});
