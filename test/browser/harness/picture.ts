import { createHash } from 'node:crypto';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

/** A window's picture in bands from top to bottom, one for each part of the page: most states share most of them. */
export interface Picture {
  readonly whole: Buffer;
  readonly bands: readonly PNG[];
}

/** What lies deeper in a long list looks as what lies above. */
const highestBandPixels = 480;

/** The whole of what a window would show if it were high enough. */
export const takePicture = async (page: Page, widthPixels: number): Promise<Picture> => {
  await page.setViewportSize({ width: widthPixels, height: 100 });
  const { heightPixels, cuts } = await page.evaluate(() => {
    // Whatever a click has brought into view: the page, its list, a window's own part.
    for (const element of document.querySelectorAll('*')) element.scrollTop = 0;
    const content = document.querySelector('.content');
    const footer = document.querySelector('.footer');
    const headHeight = document.querySelector('.page-head')?.getBoundingClientRect().height ?? 0;
    const parts = [...((content?.querySelector('.first-page') ?? content)?.children ?? [])].map((part) =>
      part.getBoundingClientRect(),
    );
    const contentHeight = content?.getBoundingClientRect().height ?? 0;
    const between = parts
      .filter(({ height }) => height > 0)
      // As they are drawn, which is not always the order in which they are read.
      .sort((one, other) => one.top - other.top)
      .slice(1)
      // In the gap above, but for the part's own shadow.
      .map(({ top }) => Math.max(0, Math.floor(top) - 4));
    const ends = footer ? [Math.ceil(headHeight + contentHeight)] : [];
    return {
      heightPixels: Math.ceil(headHeight + contentHeight + (footer?.getBoundingClientRect().height ?? 0)),
      cuts: [...between, ...ends],
    };
  });
  await page.setViewportSize({ width: widthPixels, height: heightPixels });
  const whole = await restingPicture(page);
  return { whole, bands: cutInto(PNG.sync.read(whole), [0, ...cuts, heightPixels]) };
};

/** A page that has just been given another size may be drawn once more: it is at rest when two pictures running are alike. */
const restingPicture = async (page: Page): Promise<Buffer> => {
  const take = () => page.screenshot({ animations: 'disabled', caret: 'hide' });
  let before = await take();
  for (let again = 0; again < 10; again += 1) {
    const after = await take();
    if (after.equals(before)) return after;
    before = after;
  }
  throw new Error('The page does not come to rest: ten pictures running differ');
};

const cutInto = (picture: PNG, edges: readonly number[]): readonly PNG[] =>
  edges.slice(1).flatMap((bottom, index) => {
    const top = edges[index] ?? 0;
    const height = Math.min(bottom - top, highestBandPixels);
    if (height <= 0) return [];
    const band = new PNG({ width: picture.width, height });
    PNG.bitblt(picture, band, 0, top, picture.width, height, 0, 0);
    return [band];
  });

/** The same for the same pixels. */
export const fingerprint = ({ width, height, data }: PNG): string =>
  createHash('sha256').update(`${width}×${height}`).update(data).digest('hex').slice(0, 16);

/**
 * Another letter or a switch that moved by a pixel is more than this; the last bit of a curve's edge, which the
 * browser draws one way or the other, is less.
 */
export const mostDifferingPixels = 24;

/** How many pixels can be told apart; all of them where the sizes differ. */
export const countDiffering = (expected: PNG, actual: PNG): number => {
  const { width, height } = expected;
  if (width !== actual.width || height !== actual.height) return Math.max(width * height, actual.width * actual.height);
  // Edges of letters count: a changed word is little else.
  return pixelmatch(expected.data, actual.data, undefined, width, height, { threshold: 0.1, includeAA: true });
};
