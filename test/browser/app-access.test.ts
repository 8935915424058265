import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appAccessStates } from './fixtures/app-access';
import { appState } from './fixtures/app-state';
import { callsOf, isAccepted } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const open = async (name: string): Promise<void> => {
  const state = appAccessStates[name];
  if (!state) throw new Error(`no state ${name}`);
  page = await browser.open(state, { page: 'keychain' });
};
const section = () => page.getByRole('region', { name: 'Apps' });
const button = () => section().getByRole('button', { name: 'Check that apps can read the keychain', exact: true });
const words = async (): Promise<string> => (await section().innerText()).replaceAll(/\s+/g, ' ');

describe('the check that apps can read the keychain', () => {
  it('says what it does before it is made, and is made by a click', async () => {
    page = await browser.open(appState(), { page: 'keychain' });
    const hint = page.locator(`[id="${await button().getAttribute('aria-describedby')}"]`);
    expect(await hint.innerText()).toMatch(/Writes, reads and deletes one item of Latchkey's own.*No dialog is raised/);
    expect(await words()).not.toContain('Checked');
    await button().click();
    const calls = await callsOf(page);
    expect(calls).toEqual([{ verb: 'keychain.checkAppAccess', payload: undefined }]);
    expect(calls.every(isAccepted)).toBe(true);
  });

  it('is made by the keyboard too', async () => {
    page = await browser.open(appState(), { page: 'keychain' });
    await button().focus();
    await page.keyboard.press('Enter');
    expect((await callsOf(page)).map(({ verb }) => verb)).toEqual(['keychain.checkAppAccess']);
  });

  it('is not made twice at a time', async () => {
    await open('apps: checking');
    expect(await section().getByRole('status').allInnerTexts()).toContain('Asking the keychain…');
    await button().click({ force: true });
    expect(await callsOf(page)).toEqual([]);
  });

  it.each([
    [
      'apps: can use the keychain',
      /Checked 20 s ago Works write ok · read ok · delete ok Apps can use the keychain in this/,
    ],
    [
      'apps: keychain locked',
      /Fails write refused · read not tried · delete not tried The keychain is locked in this desktop session, .* Apps are told: “User interaction is not allowed\.”/,
    ],
    ['apps: not possible', /Checked 20 s ago Not known keytar’s native part could not be loaded/],
  ])('tells in “%s” what came of it and when', async (name, sentence) => {
    await open(name);
    expect(await words()).toMatch(sentence);
  });

  it('shows what a keyring says without letting it draw', async () => {
    await open('apps: refused in strange words');
    expect(await section().locator('b').count()).toBe(0);
    expect(await words()).not.toMatch(/\u202e/);
  });
});
