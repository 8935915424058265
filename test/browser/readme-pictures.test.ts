import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppState } from '../../electron/contract/app-state';
import { projectFolder } from '../project-files';
import { appState } from './fixtures/app-state';
import { everyState } from './fixtures/every-state';
import { berlin, everydayEvents, everydayHistories, historyOf, lockEvent, onlyToday } from './fixtures/history';
import { keychain, locked, unlocked } from './fixtures/keychains';
import { freshSsh, lockedTmuxServer, tmuxServer } from './fixtures/sessions';
import { loginInKeychain } from './fixtures/walking-away';
import { type PopoverBrowser, startPopoverBrowser } from './harness/open-popover';

const folder = join(projectFolder, 'docs/pictures');
/** `node scripts/draw-pictures.mjs` sets it: the pictures are made anew instead of being compared. */
const draws = process.env.LATCHKEY_DRAW_PICTURES === '1';
const scale = 2;

const inTmux = { sessions: [{ ...tmuxServer, name: 'work' }, freshSsh], credentials: loginInKeychain };
const idleSince = { ...onlyToday(historyOf([...everydayEvents, lockEvent(berlin('13:55'), 'locked', 'idle')])) };
const histories = { ...everydayHistories, ...idleSince };
const held = everyState['hold on']?.snapshot;

const pictures: readonly (readonly [file: string, AppState, 'light' | 'dark'])[] = [
  ['popover-light', appState({ ...inTmux, keychains: [keychain(unlocked)] }), 'light'],
  [
    'popover-dark',
    appState({ ...inTmux, keychains: held?.keychains ?? [], hold: held?.hold ?? { state: 'off' } }),
    'dark',
  ],
  [
    'popover-locked',
    appState({ ...inTmux, keychains: [keychain(locked)], sessions: [{ ...lockedTmuxServer, name: 'work' }, freshSsh] }),
    'light',
  ],
];

let browser: PopoverBrowser;
beforeAll(async () => {
  browser = await startPopoverBrowser();
});
afterAll(() => browser.close());

/** Width and height of a PNG stand at the same place in each. */
const sizeOf = (png: Buffer): readonly number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

it.each(pictures)('the README shows the first page as it is: %s', async (file, state, colorScheme) => {
  const isLocked = file === 'popover-locked';
  const page = await browser.open(state, {
    ...(isLocked ? { histories } : {}),
    colorScheme,
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
  });
  await page.locator('.last-day').waitFor();
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('.page-head, .content, .footer')].map((part) => part.getBoundingClientRect().height),
  );
  const height = Math.ceil(heights.reduce((sum, one) => sum + one, 0));
  await page.setViewportSize({ width: 360, height });
  const drawn = await page.screenshot();
  await page.context().close();
  const path = join(folder, `${file}.png`);
  if (draws) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, drawn);
  }
  // Letters differ from one computer to the next; that a row came or went shows in the height.
  const [width, keptHeight] = sizeOf(readFileSync(path));
  expect(width).toBe(360 * scale);
  expect(Math.abs((keptHeight ?? 0) - height * scale)).toBeLessThanOrEqual(4 * scale);
  expect(readFileSync(join(projectFolder, 'README.md'), 'utf8')).toContain(`docs/pictures/${file}.png`);
});
