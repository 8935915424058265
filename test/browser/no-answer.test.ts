import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { keychain, locked } from './fixtures/keychains';
import { callsOf, refuse } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const failure = () => page.getByText('Latchkey could not do that. Try again');

it('tells of a request that was refused, until one is answered again', async () => {
  page = await browser.open(appState({ keychains: [keychain(locked)] }), { page: 'keychain' });
  await refuse(page, 'keychain.unlock');
  await page.getByRole('button', { name: 'Unlock the login keychain' }).click();
  await failure().waitFor();
  await page.getByRole('button', { name: 'Look Again' }).click();
  await failure().waitFor({ state: 'detached' });
  expect((await callsOf(page)).map(({ verb }) => verb)).toEqual(['keychain.unlock', 'state.refresh']);
});

it('says that a command was copied only after the main process took it', async () => {
  page = await browser.open(appState(), { page: 'warnings' });
  await refuse(page, 'commands.copy');
  await page.getByRole('button', { name: 'Copy command: A new SSH login sees a locked keychain', exact: true }).click();
  await failure().waitFor();
  expect(await page.getByText('Copied').count()).toBe(0);
});

it('says so when it was copied', async () => {
  page = await browser.open(appState(), { page: 'warnings' });
  await page.getByRole('button', { name: 'Copy command: A new SSH login sees a locked keychain', exact: true }).click();
  await page.getByText('Copied').waitFor();
  expect(await failure().count()).toBe(0);
});
