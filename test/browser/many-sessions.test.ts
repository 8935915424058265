import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { everyState } from './fixtures/every-state';
import { remoteState } from './fixtures/remote-states';
import { freshSsh, manySessions, strangeServer } from './fixtures/sessions';
import { announce } from './harness/fake-main';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

let browser: PopoverBrowser;
let page: Page;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterEach(() => page.context().close());
afterAll(() => browser.close());

const rows = () => page.locator('.session');

it('a folded list says how much it hides and unfolds', async () => {
  page = await browser.open(everyState['thirty sessions'] ?? appState(), { page: 'places' });
  expect(await rows().count()).toBe(9);
  await page.getByRole('button', { name: 'Show all 30 sessions' }).click();
  expect(await rows().count()).toBe(31);
  expect(await rows().last().innerText()).toContain('The next SSH login');
});

it('a list with one row more than the first ones is not folded for it', async () => {
  page = await browser.open(appState({ sessions: [...manySessions(9), freshSsh] }), { page: 'places' });
  expect(await rows().count()).toBe(10);
  expect(await page.getByRole('button', { name: 'Show all' }).count()).toBe(0);
});

it('what runs into a lock comes first, then what is not known, and the next login last', async () => {
  page = await browser.open(appState({ sessions: [...manySessions(6), freshSsh, strangeServer] }), { page: 'places' });
  const states = await rows().locator('.state-word').allInnerTexts();
  expect(states.map((words) => words.replace(/^.*\s/s, ''))).toEqual([
    ...['Locked', 'Locked', 'Locked', 'Locked'],
    ...['Unknown', 'Unlocked', 'Unlocked', 'Locked'],
  ]);
});

it('two hundred sessions leave the rest of the page within reach, and a new state changes only what is new', async () => {
  page = await browser.open(remoteState('remote: two hundred sessions'), { page: 'places' });
  expect(await rows().count()).toBe(9);
  await page.getByRole('button', { name: 'Show all 200 sessions' }).click();
  expect(await rows().count()).toBe(201);
  await page.evaluate(() => {
    const changes: MutationRecord[] = [];
    new MutationObserver((records) => changes.push(...records)).observe(document.body, {
      ...{ subtree: true, childList: true, characterData: true, attributes: true },
    });
    Object.assign(window, { changes });
  });
  const sessions = manySessions(200).map((session, index) =>
    index === 1 ? { ...session, sees: 'locked' as const, reason: 'Measured anew.' } : session,
  );
  await announce(page, 'state.changed', appState({ sessions: [...sessions, freshSsh] }));
  expect(await rows().first().innerText()).toContain('Measured anew.');
  // React sets a checkbox's own attributes anew each time it draws one.
  const changes = await page.evaluate(
    () =>
      (window as unknown as { changes: MutationRecord[] }).changes.filter(
        ({ target }) => !(target instanceof HTMLInputElement),
      ).length,
  );
  expect(changes).toBeLessThan(10);
});
