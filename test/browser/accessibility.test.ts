import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { everyState, pageOf } from './fixtures/every-state';
import { type PopoverBrowser, show, startPopoverBrowser, unfold } from './harness/open-popover';

let browser: PopoverBrowser;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterAll(() => browser.close());

const schemes = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'light with increased contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'dark with increased contrast', colorScheme: 'dark', contrast: 'more' },
] as const;

/** Each finding as one line that names the rule and the elements. */
const findings = async (page: Page): Promise<string[]> => {
  // The page has no frames, so axe need not open a page of its own for each analysis.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`).join(' | ')}`,
  );
};

describe.each(schemes)('axe in $name', ({ colorScheme, contrast }) => {
  let page: Page;
  beforeAll(async () => {
    // axe is injected as a script of its own, which the page's policy refuses; that policy has its own test.
    page = await browser.open(appState(), { colorScheme, contrast, reducedMotion: 'reduce', bypassCSP: true });
  });
  afterAll(() => page.context().close());

  it.each(Object.keys(everyState))('finds nothing in the state "%s"', async (name) => {
    const state = everyState[name];
    if (!state) throw new Error(`no state ${name}`);
    await show(page, state, pageOf(name));
    await unfold(page);
    expect(await findings(page)).toEqual([]);
  });
});

it('axe would find a control without a name', async () => {
  const page = await browser.open(appState(), { bypassCSP: true });
  await page
    .getByRole('switch', { name: 'Lock on sleep' })
    .evaluate((element) => document.querySelector(`label[for="${element.id}"]`)?.remove());
  expect((await findings(page)).join()).toContain('label');
});
