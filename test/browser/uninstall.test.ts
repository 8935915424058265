import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { callsOf, isAccepted, refuse, replyWith } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const section = () => page.getByRole('region', { name: 'Uninstall', exact: true });
const button = (name: string) => section().getByRole('button', { name, exact: true });
const open = async () => {
  page = await browser.open(appState(), { page: 'settings, Advanced', viewport: { width: 560, height: 900 } });
  await button('Uninstall…').click();
};
const asked = async () => {
  const calls = await callsOf(page);
  expect(calls.filter((call) => !isAccepted(call))).toEqual([]);
  return calls.map(({ verb, payload }) => [verb, payload]);
};
it('takes nothing out before it was asked twice, and nothing after Cancel', async () => {
  await open();
  await button('Cancel the uninstall').click();
  expect(await asked()).toEqual([]);
  await expect.poll(() => button('Uninstall…').evaluate((one) => one === document.activeElement)).toBe(true);
});

it.each([
  ['Keep Settings', false],
  ['Erase and Quit', true],
])('with “%s” it asks once and says what came of it', async (name, supportFolder) => {
  await open();
  await replyWith(page, 'app.uninstall', ['Removed the link /usr/local/bin/latchkey.', 'Some of it is still there.']);
  await button(name).click();
  await expect
    .poll(() => section().getByRole('status').innerText())
    .toMatch(/Removed the link \/usr\/local\/bin\/latchkey\.\s+Some of it is still there\./);
  expect(await asked()).toEqual([['app.uninstall', { supportFolder }]]);
});

it('says so where nobody answers', async () => {
  await open();
  await refuse(page, 'app.uninstall');
  await button('Keep Settings').click();
  await expect.poll(() => section().getByRole('status').innerText()).toContain('Latchkey did not answer');
});
