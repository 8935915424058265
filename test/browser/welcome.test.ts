import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import { defaultPreferences, type Preferences } from '../../electron/core/preferences/preferences';
import { appState } from './fixtures/app-state';
import { announce, callsOf, isAccepted, replyWith } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const newcomer = (preferences: Partial<Preferences> = {}, changes: Partial<AppState> = {}): AppState =>
  appState({}, { preferences: { ...defaultPreferences, isWelcomed: false, ...preferences }, ...changes });
const open = async (state: AppState) => {
  page = await browser.open(state);
};
const card = () => page.getByRole('region', { name: 'The padlock tells whether you can go' });
const button = (name: string) => card().getByRole('button', { name, exact: true });
const asked = async () => {
  const calls = await callsOf(page);
  expect(calls.filter((call) => !isAccepted(call))).toEqual([]);
  return calls.map(({ verb, payload }) => (payload === undefined ? verb : { [verb]: payload }));
};

describe('the card of the first start', () => {
  it('is there until it was put away, and then never again', async () => {
    await open(newcomer());
    await button('Done with the welcome').click();
    expect(await asked()).toEqual([{ 'preferences.set': { isWelcomed: true } }]);
    expect(await card().count()).toBe(1);
    await announce(page, 'state.changed', appState());
    expect(await card().count()).toBe(0);
  });

  it('starts at login, leads to the notifications of macOS and to the shortcut', async () => {
    await open(newcomer());
    for (const name of ['Launch at Login', 'Allow Notifications…', 'Record Shortcut…']) await button(name).click();
    expect(await asked()).toEqual([
      { 'preferences.setLaunchAtLogin': { enabled: true } },
      { 'app.openSystemSettings': { pane: 'notifications' } },
      'app.openSettings',
    ]);
  });

  it('turns notifications on where they are off, and says the way where macOS does not open it', async () => {
    await open(newcomer({ notifications: false }));
    await replyWith(page, 'app.openSystemSettings', { ok: false, code: 'not-opened', reason: 'Open it yourself.' });
    await button('Allow Notifications…').click();
    await expect.poll(() => card().textContent()).toContain('Open it yourself.');
    expect(await asked()).toEqual([
      { 'preferences.set': { notifications: true } },
      { 'app.openSystemSettings': { pane: 'notifications' } },
    ]);
  });

  it('shows what is done already, which cannot be pressed again', async () => {
    await open(newcomer({ shortcut: 'Control+Alt+L' }, { launchAtLogin: 'enabled' }));
    for (const name of ['Launch at Login', 'Record Shortcut…']) {
      expect(await button(name).getAttribute('aria-disabled')).toBe('true');
      await button(name).click({ force: true });
    }
    expect(await asked()).toEqual([]);
  });

  it.each([
    ['26.1', true],
    ['27.0', true],
    ['15.6', false],
  ])('on macOS %s a button leads to where icons are allowed in the menu bar: %s', async (macosVersion, isTold) => {
    const { snapshot } = newcomer();
    if (snapshot === null) throw new Error('no snapshot');
    const host = { ...snapshot.host, macosVersion };
    await open({ ...newcomer(), snapshot: { ...snapshot, host } });
    expect(await button('Allow in the Menu Bar…').count()).toBe(isTold ? 1 : 0);
    if (!isTold) return;
    await button('Allow in the Menu Bar…').click();
    expect(await asked()).toEqual([{ 'app.openSystemSettings': { pane: 'menu-bar' } }]);
  });

  it('is at most 150 points high', async () => {
    await open(newcomer());
    expect((await card().boundingBox())?.height).toBeLessThanOrEqual(150);
  });
});
