import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appState, pending } from './fixtures/app-state';
import { everyState } from './fixtures/every-state';
import { remoteState } from './fixtures/remote-states';
import { callsOf, isAccepted } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const row = () => page.locator('.session').filter({ hasText: 'The next SSH login' });
const button = () => page.getByRole('button', { name: 'Test a fresh login' });
const wordsOfRow = async (): Promise<string> => (await row().innerText()).replaceAll(/\s+/g, ' ');

describe('the row of the next SSH login', () => {
  it('says what the test does before it is made, and sends it', async () => {
    page = await browser.open(appState(), { page: 'places' });
    const hint = page.locator(`[id="${await button().getAttribute('aria-describedby')}"]`);
    expect(await hint.innerText()).toBe(
      'Logs in to this Mac twice, with your SSH key, asks there and compares the two sessions.',
    );
    await button().click();
    const calls = await callsOf(page);
    expect(calls).toEqual([{ verb: 'sessions.testFreshLogin', payload: undefined }]);
    expect(calls.every(isAccepted)).toBe(true);
  });

  it('cannot be tested while Remote Login is off, and says so', async () => {
    page = await browser.open(everyState['no sessions'] ?? appState(), { page: 'places' });
    expect(await wordsOfRow()).toContain('nothing to test while Remote Login is off');
    await button().click({ force: true });
    expect(await callsOf(page)).toEqual([]);
  });

  it('is not tested twice at a time', async () => {
    page = await browser.open(remoteState('remote: testing a login'), { page: 'places' });
    expect(await row().getByRole('status').allInnerTexts()).toContain('Logging in…');
    await button().click({ force: true });
    expect(await callsOf(page)).toEqual([]);
  });

  it('shows what the test has found once, with its time', async () => {
    page = await browser.open(remoteState('remote: a login was tested'), { page: 'places' });
    const words = await wordsOfRow();
    expect(words).toContain('measured 20 s ago');
    expect(words.match(/A login made for the test found the keychain locked\./g)?.length).toBe(1);
  });

  it('shows why no login could be made beside what is inferred', async () => {
    page = await browser.open(remoteState('remote: no login could be made'), { page: 'places' });
    expect(await wordsOfRow()).toMatch(/will see Locked .* inferred .* Tested 20 s ago saw Unknown No key of yours/);
  });

  it('goes on counting the age', async () => {
    page = await browser.open(remoteState('remote: no login could be made'), { page: 'places', movableClock: true });
    await page.clock.runFor(16_000);
    expect(await wordsOfRow()).toMatch(/Tested 3\d s ago/);
    await page.clock.runFor(60_000);
    expect(await wordsOfRow()).toContain('Tested 1 min ago');
  });

  it('another session’s action does not hold the test up', async () => {
    page = await browser.open(
      appState({}, { pending: [pending('open-unlock-prompt', 'running', { kind: 'session', id: 'tmux-server:/x' })] }),
      { page: 'places' },
    );
    await button().click();
    expect((await callsOf(page)).map(({ verb }) => verb)).toEqual(['sessions.testFreshLogin']);
  });
});
