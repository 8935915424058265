import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appState } from './fixtures/app-state';
import { type PopoverBrowser, type ShownPage, show, startPopoverBrowser } from './harness/open-popover';
import { encodeWithPalette } from './harness/palette-png';
import { countDiffering, mostDifferingPixels, type Picture, takePicture } from './harness/picture';
import { readPictureEnvironment, whyNotComparable } from './harness/picture-environment';

let browser: PopoverBrowser;
let page: Page;
const before = new Map<ShownPage, Picture>();
beforeAll(async () => {
  browser = await startPopoverBrowser();
  page = await browser.open(appState(), { reducedMotion: 'reduce', deviceScaleFactor: 1 });
  for (const shown of ['keychain', 'warnings'] as const) {
    await show(page, appState(), shown);
    before.set(shown, await takePicture(page, 360));
  }
});
afterAll(() => browser.close());

const kept = (picture: Picture): readonly PNG[] => picture.bands.map((band) => PNG.sync.read(encodeWithPalette(band)));
const pictureOf = (shown: ShownPage): Picture => {
  const picture = before.get(shown);
  if (picture === undefined) throw new Error(`no picture of ${shown}`);
  return picture;
};
const differing = (shown: ShownPage, picture: Picture): readonly number[] =>
  kept(pictureOf(shown)).map((band, index) => countDiffering(band, picture.bands[index] ?? new PNG()));

it('a picture has a part for each section and is the same each time', async () => {
  await show(page, appState(), 'keychain');
  const again = await takePicture(page, 360);
  const sections = await page.locator('.content > section').count();
  expect(again.bands.length).toBeGreaterThan(sections);
  expect(again.bands).toHaveLength(pictureOf('keychain').bands.length);
  expect(differing('keychain', again).filter((count) => count > mostDifferingPixels)).toEqual([]);
});

it('a picture that is kept cannot be told from the one that was taken', () => {
  const picture = pictureOf('keychain');
  expect(differing('keychain', picture)).toEqual(picture.bands.map(() => 0));
});

it.each([
  [
    'one letter',
    'keychain',
    (): void => {
      const title = document.querySelector('.section h2');
      if (title) title.textContent = (title.textContent ?? '').replace('o', 'e');
    },
  ],
  [
    'the shade behind a code',
    'warnings',
    (): void => {
      const code = document.querySelector('code');
      if (code) code.style.background = 'rgb(220 220 220)';
    },
  ],
  [
    'a switch',
    'keychain',
    (): void => {
      const part = document.querySelector<HTMLElement>('.switch');
      if (part) part.style.transform = 'translateX(1px)';
    },
  ],
] as const)('another %s is seen, in its part and in no other', async (_what, shown, change) => {
  const other = await browser.open(appState(), { page: shown, reducedMotion: 'reduce', deviceScaleFactor: 1 });
  await other.evaluate(change);
  const counts = differing(shown, await takePicture(other, 360));
  expect(counts.filter((count) => count > mostDifferingPixels)).toHaveLength(1);
  await other.context().close();
});

it('a part of another size differs as a whole', () => {
  const band = new PNG({ width: 2, height: 3 });
  expect(countDiffering(band, new PNG({ width: 2, height: 4 }))).toBe(8);
});

it('pictures of another browser or other fonts are not compared, and why is said', () => {
  const here = readPictureEnvironment();
  expect(whyNotComparable(here, here)).toBeNull();
  expect(whyNotComparable({ ...here, chromium: 'Chromium 1' }, here)).toBe(
    `the baselines were made with chromium Chromium 1 (here: ${here.chromium})`,
  );
  expect(whyNotComparable({}, here)).toContain('fonts-inter not there');
});
