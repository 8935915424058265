import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { describe, expect, it } from 'vitest';
import { trayIcons } from '../../../electron/core/state/tray-model';
import { loadTrayImages } from '../../../electron/shell/tray/tray-images';
import { readPng } from '../read-png';

const folder = join(import.meta.dirname, '../../../assets/tray');
const shapes = trayIcons;
const read = (file: string) => readPng(readFileSync(join(folder, file)));
const alphas = ({ rgba }: ReturnType<typeof readPng>) => [...rgba].filter((_value, index) => index % 4 === 3);

describe('the icons in the menu bar', () => {
  it.each(shapes)('are 16 points wide on every display: %s', (shape) => {
    expect(read(`${shape}Template.png`)).toMatchObject({ width: 16, height: 16, dotsPerInch: 72 });
    expect(read(`${shape}Template@2x.png`)).toMatchObject({ width: 32, height: 32, dotsPerInch: 144 });
  });

  it.each(shapes)('are templates, black and transparent only, with something to see: %s', (shape) => {
    for (const suffix of ['Template.png', 'Template@2x.png']) {
      const image = read(shape + suffix);
      expect([...image.rgba].filter((value, index) => index % 4 !== 3 && value !== 0)).toEqual([]);
      const coverage = alphas(image).filter((alpha) => alpha > 127).length / (image.width * image.height);
      expect(coverage).toBeGreaterThan(0.15);
      expect(coverage).toBeLessThan(0.7);
    }
  });

  it('tell the six states apart by shape: each two differ in many pixels', () => {
    for (const one of shapes) {
      for (const other of shapes.filter((shape) => shape > one)) {
        const [left, right] = [alphas(read(`${one}Template.png`)), alphas(read(`${other}Template.png`))];
        const different = left.filter((alpha, index) => Math.abs(alpha - (right[index] ?? 0)) > 127).length;
        expect(different, `${one} and ${other}`).toBeGreaterThanOrEqual(16);
      }
    }
  });

  it('are drawn from one SVG each, and there is nothing else', () => {
    const expected = shapes.flatMap((shape) => [`${shape}.svg`, `${shape}Template.png`, `${shape}Template@2x.png`]);
    expect(readdirSync(folder).sort()).toEqual(expected.sort());
  });

  it('are loaded as templates from files that exist', () => {
    const loaded: string[] = [];
    let templates = 0;
    loadTrayImages(
      {
        createFromPath: (path) => {
          loaded.push(path);
          return {
            setTemplateImage: (isTemplate: boolean) => (templates += Number(isTemplate)),
          } as unknown as NativeImage;
        },
      },
      folder,
    );
    expect(templates).toBe(6);
    for (const path of loaded) expect(readFileSync(path).length).toBeGreaterThan(0);
  });
});
