import { inflateSync } from 'node:zlib';

export interface DecodedPng {
  readonly width: number;
  readonly height: number;
  readonly dotsPerInch: number;
  /** Four bytes for each pixel. */
  readonly rgba: Uint8Array;
}

/** Reads the one kind of PNG that the icons are: eight bits per channel, with alpha, rows without a filter. */
export const readPng = (file: Buffer): DecodedPng => {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const [header, resolution, data] = [chunks.get('IHDR'), chunks.get('pHYs'), chunks.get('IDAT')];
  if (!header || !resolution || !data) throw new Error('a chunk is missing');
  if (header[8] !== 8 || header[9] !== 6) throw new Error('not eight bits per channel with alpha');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(data);
  const rgba = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const start = row * (width * 4 + 1);
    if (rows[start] !== 0) throw new Error('a row is filtered');
    rgba.set(rows.subarray(start + 1, start + 1 + width * 4), row * width * 4);
  }
  return { width, height, dotsPerInch: Math.round(resolution.readUInt32BE(0) * 0.0254), rgba };
};
