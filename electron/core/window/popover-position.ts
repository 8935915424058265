/** Device-independent pixels, in the one coordinate space of all displays: origins may be negative. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Display {
  readonly bounds: Rectangle;
  /** Without menu bar and Dock. On a display with a notch the menu bar is taller, so this begins lower. */
  readonly workArea: Rectangle;
}

export interface PopoverQuestion {
  /** The menu-bar icon as the click event told it; null when nothing was clicked and no icon is known. */
  readonly icon: Rectangle | null;
  /** At least one. */
  readonly displays: readonly [Display, ...Display[]];
  /** Where the pointer is: it names the display when the icon is hidden. */
  readonly cursor: Point;
  readonly size: { readonly width: number; readonly height: number };
}

/** Between the popover and the edges of the work area. */
export const edgeMarginPixels = 8;

/**
 * Where the popover goes: centred under the icon, on the icon's display, inside its work area, and never taller than it.
 *
 * macOS tells no usable place for an icon that it hides (by the switch of macOS 26, behind the notch, before the first
 * layout): all zeros, or y at the bottom of the screen (electron#33515, electron#36031). Then the popover opens at the
 * top right of the display with the pointer, where menu-bar windows are expected.
 */
export const popoverBounds = ({ icon, displays, cursor, size }: PopoverQuestion): Rectangle => {
  const anchor = icon !== null && isShown(icon, displays) ? icon : null;
  const { workArea } = nearestDisplay(displays, anchor === null ? cursor : centreOf(anchor));
  const width = Math.min(size.width, workArea.width);
  const left = workArea.x + edgeMarginPixels;
  const right = workArea.x + workArea.width - width - edgeMarginPixels;
  const wanted = anchor === null ? right : Math.round(centreOf(anchor).x - width / 2);
  // An automatically hidden menu bar takes nothing from the work area: the icon's lower edge counts too.
  const y = Math.max(workArea.y, anchor === null ? workArea.y : anchor.y + anchor.height);
  const room = workArea.y + workArea.height - y - edgeMarginPixels;
  return { x: clamp(wanted, left, right), y, width, height: Math.max(1, Math.min(size.height, room)) };
};

const isShown = (icon: Rectangle, displays: PopoverQuestion['displays']): boolean => {
  if (icon.width <= 0 || icon.height <= 0) return false;
  const { bounds } = nearestDisplay(displays, centreOf(icon));
  const centre = centreOf(icon);
  const isOnDisplay = distanceSquared(bounds, centre) === 0;
  return isOnDisplay && icon.y + icon.height <= bounds.y + bounds.height / 2;
};

const nearestDisplay = (displays: PopoverQuestion['displays'], point: Point): Display =>
  displays.reduce((best, display) =>
    distanceSquared(display.bounds, point) < distanceSquared(best.bounds, point) ? display : best,
  );

/** 0 inside the rectangle. */
const distanceSquared = (area: Rectangle, point: Point): number => {
  const across = Math.max(area.x - point.x, 0, point.x - (area.x + area.width));
  const down = Math.max(area.y - point.y, 0, point.y - (area.y + area.height));
  return across * across + down * down;
};

const centreOf = (area: Rectangle): Point => ({ x: area.x + area.width / 2, y: area.y + area.height / 2 });

const clamp = (value: number, lowest: number, highest: number): number =>
  Math.max(lowest, Math.min(value, Math.max(lowest, highest)));
