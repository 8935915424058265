import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { appState, pending } from './fixtures/app-state';
import { keychain, locked, minutesFromNow, unlocked } from './fixtures/keychains';
import { announce } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const lockedLogin = { keychains: [keychain(locked)] };

it('a click changes nothing that is shown; only the next state does', async () => {
  page = await browser.open(appState(lockedLogin));
  const before = await page.locator('.popover').ariaSnapshot();
  await page.getByRole('button', { name: 'Unlock the login keychain' }).click();
  await page.getByRole('button', { name: 'Settings' }).hover();
  expect((await page.locator('.popover').ariaSnapshot()).replace(' [active]', '')).toBe(before);

  await announce(page, 'state.changed', appState(lockedLogin, { pending: [pending('unlock')] }));
  expect(await page.locator('.state-head').innerText()).toContain("Waiting for the system's dialog…");
  await announce(page, 'state.changed', appState());
  expect(await page.locator('.state-head').innerText()).toMatch(/^Unlocked/);
});

it('switch and picker keep showing the old values until the new ones are told', async () => {
  page = await browser.open(appState(), { page: 'keychain' });
  await page.getByRole('switch', { name: 'Lock on sleep' }).click();
  await page.getByRole('combobox', { name: 'Lock after last use' }).selectOption({ label: 'Never' });
  expect(await page.getByRole('switch', { name: 'Lock on sleep' }).isChecked()).toBe(false);
  expect(await page.getByRole('combobox', { name: 'Lock after last use' }).inputValue()).toBe('300');
  await announce(
    page,
    'state.changed',
    appState({ keychains: [keychain(unlocked, { lockOnSleep: true, idleTimeoutSeconds: null })] }),
  );
  expect(await page.getByRole('switch', { name: 'Lock on sleep' }).isChecked()).toBe(true);
  expect(await page.getByRole('combobox', { name: 'Lock after last use' }).inputValue()).toBe('never');
});

it('nothing of the former state survives a new one', async () => {
  page = await browser.open(
    appState(
      {},
      {
        notice: { kind: 'failed', code: 'x', sentence: 'An old notice.', at: minutesFromNow(-1) },
        undos: [{ keychainPath: '/x', restores: { lockOnSleep: false, idleTimeoutSeconds: null }, changedAt: 'x' }],
        preferencesNotice: 'An old warning.',
      },
    ),
  );
  await announce(page, 'state.changed', { ...appState(), snapshot: null });
  const text = await page.locator('.popover').innerText();
  expect(text).toContain('Looking…');
  expect(text).not.toMatch(/old|SSH|Claude/);
});

it('an expiry counts down by the wall clock without a new state', async () => {
  page = await browser.open(appState(), { page: 'logins', movableClock: true });
  expect(await page.locator('.credential').innerText()).toContain('login ends in 2 h 10 min');
  await page.clock.runFor(11 * 60_000);
  expect(await page.locator('.credential').innerText()).toContain('login ends in 1 h 59 min');
});

it('on a simulated Mac times are told by its own clock', async () => {
  const longAgo = '2020-01-01T00:00:00.000Z';
  const credentials = appState().snapshot?.credentials.map((credential) => ({
    ...credential,
    expiry: { of: 'login' as const, at: '2020-01-01T02:30:00.000Z' },
  }));
  page = await browser.open(
    appState({
      takenAt: longAgo,
      host: {
        platform: 'simulated-macos',
        macosVersion: '26.1',
        managerName: 'Aqua',
        securitySession: { id: 100006, graphicAccess: true, remote: false, initial: false },
      },
      credentials: credentials ?? [],
    }),
    { page: 'logins' },
  );
  expect(await page.locator('.credential').innerText()).toContain('login ends in 2 h 30 min');
});
