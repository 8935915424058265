import { deflateSync } from 'node:zlib';
import { chunk, signature } from '../../../scripts/png.mjs';

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes for each pixel. */
  readonly data: Uint8Array;
}

/** So many colours are kept as they are: those of the areas. What is rarer is an edge of a letter or of a curve. */
const exactColours = 40;
const mostColours = 256;

/** To the nearest of so many levels in each channel; of 9 levels none is more than 16 of 255 away. */
const roundedTo = (colour: number, levels: number): number => {
  const step = 255 / (levels - 1);
  const channel = (shift: number): number => Math.round(Math.round(((colour >> shift) & 255) / step) * step) << shift;
  return channel(16) | channel(8) | channel(0);
};

/**
 * A PNG with a palette, a quarter of the bytes of an exact one: areas keep their colours, edges are rounded by less than
 * a comparison tells apart.
 */
export const encodeWithPalette = ({ width, height, data }: Pixels): Buffer => {
  const colours = Array.from({ length: width * height }, (_none, index) => {
    const at = index * 4;
    return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  });
  const { palette, indexOf } = paletteOf(colours, 9) ?? paletteOf(colours, 6) ?? { palette: [], indexOf: () => 0 };
  const rows = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, index) => {
    rows[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = indexOf(colour);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

/** Null where there would be more colours than a palette holds; with 6 levels there never are. */
const paletteOf = (colours: readonly number[], levels: number) => {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const byCount = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const exact = new Set(byCount.slice(0, levels < 9 ? mostColours - levels ** 3 : exactColours));
  const shown = (colour: number): number => (exact.has(colour) ? colour : roundedTo(colour, levels));
  const palette = [...new Set(byCount.map(shown))];
  if (palette.length > mostColours) return null;
  const indexes = new Map(palette.map((colour, index) => [colour, index]));
  return { palette, indexOf: (colour: number): number => indexes.get(shown(colour)) ?? 0 };
};
