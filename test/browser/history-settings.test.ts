import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { defaultPreferences } from '../../electron/core/preferences/preferences';
import { appState } from './fixtures/app-state';
import { callsOf, isAccepted, keepFromErasing, refuse } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const open = async (historyDays = 30) => {
  const preferences = { ...defaultPreferences, historyDays };
  page = await browser.open(appState({}, { preferences }), { page: 'settings, Advanced' });
  const section = page.getByRole('region', { name: 'History' });
  const button = (name: string) => section.getByRole('button', { name, exact: true });
  return { section, button };
};

describe('how long the history is kept', () => {
  it.each([
    ['7 days', 7],
    ['Not at all', 0],
  ])('%s', async (label, historyDays) => {
    const { section } = await open();
    await section.getByRole('combobox', { name: 'Keep it for' }).selectOption({ label });
    const calls = await callsOf(page);
    expect(calls).toEqual([{ verb: 'preferences.set', payload: { historyDays } }]);
    expect(calls.every(isAccepted)).toBe(true);
  });

  it('shows a length that is none of the usual ones', async () => {
    const { section } = await open(12);
    expect(await section.getByRole('combobox').inputValue()).toBe('12');
  });

  it('says what not at all means', async () => {
    const { section } = await open(0);
    expect(await section.innerText()).toContain('Nothing is recorded. What there is stays until it is erased.');
  });
});

describe('erasing', () => {
  it('takes a second click, and says that it is done', async () => {
    const { section, button } = await open();
    await button('Erase the history…').click();
    expect(await callsOf(page)).toEqual([]);
    await button('Erase all of the history').click();
    await section.getByText('The history was erased.').waitFor();
    expect(await callsOf(page)).toEqual([{ verb: 'history.erase', payload: undefined }]);
  });

  it('a double-click erases nothing', async () => {
    const { button } = await open();
    await button('Erase the history…').dblclick();
    expect(await callsOf(page)).toEqual([]);
  });

  it('can be thought better of', async () => {
    const { button } = await open();
    await button('Erase the history…').click();
    await button('Cancel').click();
    await button('Erase the history…').waitFor();
    expect(await callsOf(page)).toEqual([]);
  });

  it('says what stands in the way, or that nobody answers', async () => {
    const { section, button } = await open();
    await keepFromErasing(page, 'A folder is in the way.');
    const erase = async () => {
      await button('Erase the history…').click();
      await button('Erase all of the history').click();
    };
    await erase();
    await section.getByText('A folder is in the way.').waitFor();
    await refuse(page, 'history.erase');
    await erase();
    await section.getByText('Latchkey did not answer. Try again.').waitFor();
  });
});
