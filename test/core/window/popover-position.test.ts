import { describe, expect, it } from 'vitest';
import {
  type Display,
  edgeMarginPixels,
  popoverBounds,
  type Rectangle,
} from '../../../electron/core/window/popover-position';

const laptop: Display = {
  bounds: { x: 0, y: 0, width: 1440, height: 900 },
  workArea: { x: 0, y: 25, width: 1440, height: 800 },
};
const notched: Display = {
  bounds: { x: 0, y: 0, width: 1512, height: 982 },
  workArea: { x: 0, y: 38, width: 1512, height: 890 },
};
const leftOfIt: Display = {
  bounds: { x: -1920, y: -180, width: 1920, height: 1080 },
  workArea: { x: -1920, y: -155, width: 1920, height: 1055 },
};
const above: Display = {
  bounds: { x: 100, y: -1200, width: 1200, height: 1200 },
  workArea: { x: 100, y: -1175, width: 1200, height: 1175 },
};
const size = { width: 360, height: 500 };
const icon = (x: number, y = 0, height = 25): Rectangle => ({ x, y, width: 30, height });
const nowhere = { x: 700, y: 400 };

describe('where the popover goes', () => {
  it('is centred under the icon, touching the menu bar', () => {
    const bounds = popoverBounds({ icon: icon(800), displays: [laptop], cursor: nowhere, size });
    expect(bounds).toEqual({ x: 635, y: 25, width: 360, height: 500 });
  });

  it.each([
    ['at the right edge', icon(1400), laptop, 1440 - 360 - edgeMarginPixels],
    ['at the left edge', icon(5), laptop, edgeMarginPixels],
    ['at the right edge of a display with a negative origin', icon(-40, -180), leftOfIt, -360 - edgeMarginPixels],
    ['at the left edge of a display with a negative origin', icon(-1915, -180), leftOfIt, -1920 + edgeMarginPixels],
  ])('stays on the display when the icon is %s', (_where, clicked, display, x) => {
    const bounds = popoverBounds({ icon: clicked, displays: [laptop, leftOfIt], cursor: nowhere, size });
    expect(bounds).toMatchObject({ x, y: display.workArea.y });
  });

  it.each([
    ['the primary', icon(800), laptop],
    ['the one on the left', icon(-900, -180), leftOfIt],
    ['the one above', icon(600, -1200), above],
  ])('goes to the display whose icon was clicked: %s', (_which, clicked, display) => {
    const displays: [Display, ...Display[]] = [laptop, leftOfIt, above];
    const bounds = popoverBounds({ icon: clicked, displays, cursor: nowhere, size });
    expect(bounds.y).toBe(display.workArea.y);
    expect(bounds.x).toBeGreaterThanOrEqual(display.workArea.x);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(display.workArea.x + display.workArea.width);
  });

  it('goes to an icon that just reaches the middle of the screen', () => {
    expect(popoverBounds({ icon: icon(800, 425), displays: [laptop], cursor: nowhere, size })).toMatchObject({
      y: 450,
    });
  });

  it('begins below the taller menu bar of a display with a notch', () => {
    const bounds = popoverBounds({ icon: icon(900, 0, 38), displays: [notched], cursor: nowhere, size });
    expect(bounds).toMatchObject({ x: 735, y: 38 });
  });

  it('begins below the icon when the menu bar hides itself and takes nothing from the work area', () => {
    const display = { bounds: laptop.bounds, workArea: laptop.bounds };
    expect(popoverBounds({ icon: icon(800), displays: [display], cursor: nowhere, size }).y).toBe(25);
  });

  it.each<[string, Rectangle | null]>([
    ['nothing was clicked', null],
    ['its bounds are all zero', { x: 0, y: 0, width: 0, height: 0 }],
    ['it lies at the bottom of the screen', { x: 0, y: 900, width: 30, height: 25 }],
    ['it is in the lower half', { x: 700, y: 426, width: 30, height: 25 }],
    ['it has no width', { x: 700, y: 0, width: 0, height: 25 }],
    ['it has no height', { x: 700, y: 0, width: 30, height: 0 }],
    ['it lies on no display', { x: 5000, y: 0, width: 30, height: 25 }],
  ])('opens at the top right of the display with the pointer when %s', (_why, hidden) => {
    const top = popoverBounds({ icon: hidden, displays: [laptop, leftOfIt], cursor: nowhere, size });
    expect(top).toMatchObject({ x: 1440 - 360 - edgeMarginPixels, y: 25 });
    const left = popoverBounds({ icon: hidden, displays: [laptop, leftOfIt], cursor: { x: -500, y: 0 }, size });
    expect(left).toMatchObject({ x: -360 - edgeMarginPixels, y: -155 });
  });

  it('is never taller than the room below the menu bar', () => {
    const bounds = popoverBounds({
      icon: icon(800),
      displays: [laptop],
      cursor: nowhere,
      size: { width: 360, height: 2000 },
    });
    expect(bounds.height).toBe(800 - edgeMarginPixels);
    expect(bounds.y + bounds.height).toBeLessThan(laptop.workArea.y + laptop.workArea.height);
  });

  it('is never wider than the display', () => {
    const narrow = {
      bounds: { x: 0, y: 0, width: 300, height: 600 },
      workArea: { x: 0, y: 0, width: 300, height: 600 },
    };
    expect(popoverBounds({ icon: icon(100), displays: [narrow], cursor: nowhere, size }).width).toBe(300);
  });
});
