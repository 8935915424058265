import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appState } from '../fixtures/app-state';
import { everyState, pageOf } from '../fixtures/every-state';
import { type PopoverBrowser, show, startPopoverBrowser, unfold } from './open-popover';

/** Each finding as one line that names the rule and the elements. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  // The page has no frames, so axe need not open a page of its own for each analysis.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`).join(' | ')}`,
  );
};

/** Each state in light and in dark. One contrast a file: a processor is kept busy for minutes by each. */
export const describeAxe = (contrast: 'no-preference' | 'more'): void => {
  let browser: PopoverBrowser;
  beforeAll(async () => {
    browser = await startPopoverBrowser();
  });
  afterAll(() => browser.close());

  describe.each(['light', 'dark'] as const)('axe in %s', (colorScheme) => {
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
      expect(await axeFindings(page)).toEqual([]);
    });
  });
};
