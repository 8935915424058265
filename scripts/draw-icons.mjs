// Draws assets/tray/*.svg into template images and assets/icon.svg into assets/icon.png: `node scripts/draw-icons.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserPath } from './browser-path.mjs';
import { encodePng } from './png.mjs';
import { projectFolder } from './project-folder.mjs';

const trayShapes = ['unlocked', 'held', 'unlocked-warning', 'locked', 'locked-alarm', 'unknown'];

/**
 * Runs in the page, so it is text: this folder is compiled without the names that browsers have.
 * @param {string} svg
 * @param {number} sizePixels
 */
const rasterise = (svg, sizePixels) => `(async () => {
  const image = new Image();
  image.src = 'data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}';
  await image.decode();
  const context = new OffscreenCanvas(${sizePixels}, ${sizePixels}).getContext('2d');
  context.drawImage(image, 0, 0, ${sizePixels}, ${sizePixels});
  return Array.from(context.getImageData(0, 0, ${sizePixels}, ${sizePixels}).data);
})()`;

/** A template image has one colour: what is left of the drawing is its alpha. @param {Uint8Array} rgba */
const onlyAlpha = (rgba) => rgba.map((value, index) => (index % 4 === 3 ? value : 0));

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

/**
 * @param {string} source
 * @param {string} destination
 * @param {{ sizePixels: number, dotsPerInch: number, isTemplate: boolean }} format
 */
const draw = async (source, destination, { sizePixels, dotsPerInch, isTemplate }) => {
  const svg = readFileSync(join(projectFolder, source), 'utf8');
  /** @type {number[]} */
  const pixels = await page.evaluate(rasterise(svg, sizePixels));
  const drawn = Uint8Array.from(pixels);
  const rgba = isTemplate ? onlyAlpha(drawn) : drawn;
  const png = encodePng({ width: sizePixels, height: sizePixels, rgba, dotsPerInch });
  writeFileSync(join(projectFolder, destination), png);
};

for (const shape of trayShapes) {
  const svg = `assets/tray/${shape}.svg`;
  await draw(svg, `assets/tray/${shape}Template.png`, { sizePixels: 16, dotsPerInch: 72, isTemplate: true });
  await draw(svg, `assets/tray/${shape}Template@2x.png`, { sizePixels: 32, dotsPerInch: 144, isTemplate: true });
}
await draw('assets/icon.svg', 'assets/icon.png', { sizePixels: 1024, dotsPerInch: 72, isTemplate: false });
await browser.close();
