import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appState } from '../fixtures/app-state';
import { everyState, pageOf } from '../fixtures/every-state';
import { type PopoverBrowser, show, startPopoverBrowser, unfold } from './open-popover';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page in other colours has the same elements, names and roles: there only what colours are for is looked at. */
type Aspect = 'everything' | 'colours';

/** The page's policy refuses a script of somebody else's, and so the page must be opened with `bypassCSP`. */
const isLoaded = (page: Page): Promise<boolean> => page.evaluate(() => 'axe' in window);

/**
 * Each finding as one line that names the rule and the elements. Loaded once a page, which is most of what an analysis costs.
 * @param within a selector; default: the whole page
 */
export const axeFindings = async (page: Page, aspect: Aspect = 'everything', within = 'html'): Promise<string[]> => {
  if (!(await isLoaded(page))) await page.evaluate(source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(aspect === 'colours' ? { runOnly: ['color-contrast'] } : {}),
  };
  const { violations } = await page.evaluate(([where, how]) => (window as unknown as AxeWindow).axe.run(where, how), [
    within,
    options,
  ] as const);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`).join(' | ')}`,
  );
};

interface AxeWindow {
  readonly axe: { run(where: string, how: RunOptions): Promise<AxeResults> };
}

/** Whoever hears the controls alone tells them apart by their names. */
const namesHeldTwice = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll<HTMLElement>('button, summary')]
      .filter((control) => control.checkVisibility())
      .map((control) => control.getAttribute('aria-label') ?? control.innerText.replaceAll(/\s+/g, ' ').trim());
    return names.filter((name, index) => names.indexOf(name) !== index);
  });

/** Each state in light and in dark. One contrast a file, so that two processors share them. */
export const describeAxe = (contrast: 'no-preference' | 'more'): void => {
  let browser: PopoverBrowser;
  beforeAll(async () => {
    browser = await startPopoverBrowser();
  });
  afterAll(() => browser.close());

  describe.each(['light', 'dark'] as const)('axe in %s', (colorScheme) => {
    const aspect = colorScheme === 'light' && contrast === 'no-preference' ? 'everything' : 'colours';
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
      expect(await axeFindings(page, aspect)).toEqual([]);
      expect(await namesHeldTwice(page)).toEqual([]);
    });
  });
};
