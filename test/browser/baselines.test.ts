import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../project-files';
import { appState } from './fixtures/app-state';
import { differingFirstPages, everyState, pageOf } from './fixtures/every-state';
import { type PopoverBrowser, show, startPopoverBrowser } from './harness/open-popover';
import { encodeWithPalette } from './harness/palette-png';
import { countDiffering, fingerprint, mostDifferingPixels, type Picture, takePicture } from './harness/picture';
import { type PictureEnvironment, readPictureEnvironment, whyNotComparable } from './harness/picture-environment';

/** Which bands make up the picture of each state. */
type PictureList = Readonly<Record<string, readonly string[]>>;

const baselines = join(import.meta.dirname, 'baselines');
const environmentFile = join(baselines, 'environment.json');
/** What differs is put here, to be looked at. */
const findings = join(projectFolder, 'out/pictures');
/** Set by scripts/draw-baselines.mjs: the pictures are made instead of compared. */
const isDrawing = process.env.LATCHKEY_DRAW_BASELINES === '1';

const looks = [
  { look: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { look: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { look: 'light-contrast', colorScheme: 'light', contrast: 'more' },
  { look: 'dark-contrast', colorScheme: 'dark', contrast: 'more' },
] as const;
/** Each state's own page, and the first page of those that differ there. */
const pictures = [
  ...Object.keys(everyState).map((name) => ({ name, state: name, page: pageOf(name) })),
  ...differingFirstPages.map((state) => ({ name: `first page: ${state}`, state, page: 'first' as const })),
];
/** With increased contrast those that stand for the others: colours and edges differ, and no words do. */
const inContrast = /^(first page: |warned|hold over, asks|locked$|settings: each)/;
const picturesIn = (contrast: 'no-preference' | 'more') =>
  pictures.filter(({ name }) => contrast === 'no-preference' || inContrast.test(name));
const read = <Value>(file: string, otherwise: Value): Value =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Value) : otherwise;

const environment = readPictureEnvironment();
const obstacle = isDrawing ? null : whyNotComparable(read<PictureEnvironment>(environmentFile, {}), environment);

describe.each(looks)('pictures in $look', ({ look, colorScheme, contrast }) => {
  if (obstacle !== null) {
    it('are as they were', (context) => context.skip(obstacle));
    return;
  }
  const folder = join(baselines, look);
  const listFile = join(folder, 'pictures.json');
  const drawn: Record<string, readonly string[]> = {};
  let browser: PopoverBrowser;
  let page: Page;
  beforeAll(async () => {
    if (isDrawing) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      writeFileSync(environmentFile, `${JSON.stringify(environment, null, 2)}\n`);
    }
    browser = await startPopoverBrowser();
    page = await browser.open(appState(), { colorScheme, contrast, reducedMotion: 'reduce', deviceScaleFactor: 1 });
  });
  afterAll(() => browser.close());

  const draw = (name: string, { bands }: Picture): void => {
    drawn[name] = bands.map((band) => {
      const file = `${fingerprint(band)}.png`;
      if (!existsSync(join(folder, file))) writeFileSync(join(folder, file), encodeWithPalette(band));
      return file;
    });
    writeFileSync(listFile, `${JSON.stringify(drawn, null, 2)}\n`);
  };

  const differences = (name: string, { bands }: Picture): readonly string[] => {
    const files = read<PictureList>(listFile, {})[name];
    if (files === undefined) return ['there is no baseline: node scripts/draw-baselines.mjs'];
    if (files.length !== bands.length) return [`it has ${bands.length} parts and had ${files.length}`];
    return bands.flatMap((band, index) => {
      const expected = PNG.sync.read(readFileSync(join(folder, files[index] ?? '')));
      const count = countDiffering(expected, band);
      return count <= mostDifferingPixels ? [] : [`part ${index + 1}: ${count} pixels differ from ${files[index]}`];
    });
  };

  it.each(picturesIn(contrast))('$name', async ({ name, state: stateName, page: shown }) => {
    const state = everyState[stateName];
    if (!state) throw new Error(`no state ${stateName}`);
    await show(page, state, shown);
    const picture = await takePicture(page, shown.startsWith('settings') ? 560 : 360);
    if (isDrawing) draw(name, picture);
    const found = differences(name, picture);
    if (found.length === 0) return;
    mkdirSync(findings, { recursive: true });
    const file = join(findings, `${look}-${name.replaceAll(/[^A-Za-z0-9]+/g, '-')}.png`);
    writeFileSync(file, picture.whole);
    expect.fail(`${found.join('; ')}; as it is now: ${file}`);
  });

  it('are those of the states that there are, and nothing lies beside them', () => {
    const list = read<PictureList>(listFile, {});
    expect(Object.keys(list)).toEqual(picturesIn(contrast).map(({ name }) => name));
    expect(readdirSync(folder).sort()).toEqual([...new Set(['pictures.json', ...Object.values(list).flat()])].sort());
  });
});

it('baselines stay below 5 MB', (context) => {
  if (obstacle !== null) context.skip(obstacle);
  const files = looks.flatMap(({ look }) => readdirSync(join(baselines, look)).map((name) => join(look, name)));
  expect(files.length).toBeGreaterThan(looks.length);
  expect(files.reduce((sum, file) => sum + statSync(join(baselines, file)).size, 0)).toBeLessThan(5_000_000);
});
