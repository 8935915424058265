import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from './project-folder.mjs';
import { startVirtualDisplay } from './virtual-display.mjs';

const patienceMs = 30_000;
const retryMs = 100;
/** From the switch of the colours to the end of the page's transitions. */
const settleMs = 600;

/**
 * Where there is no display: runs the app under Xvfb, opens its popover, takes a picture in light and in dark, and prints
 * the status table.
 * @param {{ executablePath: string, appFolder: string }} electron
 * @param {import('./demo-mac.mjs').DemoMac} mac
 * @returns {Promise<number>} exit code
 */
export const startUnseen = async (electron, mac) => {
  const { display, stop } = await startVirtualDisplay();
  try {
    const pictures = await takePictures(electron, { ...mac.environment, DISPLAY: display });
    console.log(`There is no display here: pictures of the popover are in ${pictures.join(' and ')}\n`);
  } finally {
    stop();
  }
  const status = spawnSync(join(mac.root, 'usr/local/bin/latchkey'), ['status'], {
    env: mac.environment,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: patienceMs,
  });
  // 1 and 2 are the status itself: there are warnings.
  return status.status !== null && status.status <= 2 ? 0 : 1;
};

/**
 * @param {{ executablePath: string, appFolder: string }} electron
 * @param {Record<string, string>} environment
 */
const takePictures = async ({ executablePath, appFolder }, environment) => {
  const { _electron } = await import('playwright-core');
  const app = await _electron.launch({
    executablePath,
    args: [appFolder],
    env: environment,
    chromiumSandbox: true,
    timeout: patienceMs,
  });
  try {
    const opening = app.waitForEvent('window', { timeout: patienceMs });
    // False until the app listens.
    while (!(await app.evaluate(({ app: running }) => running.emit('activate')))) await pause(retryMs);
    const popover = await opening;
    await popover.getByRole('button').first().waitFor({ timeout: patienceMs });
    const folder = join(projectFolder, 'out');
    mkdirSync(folder, { recursive: true });
    const taken = [];
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      await popover.emulateMedia({ colorScheme });
      await popover.waitForTimeout(settleMs);
      const path = join(folder, `popover-${colorScheme}.png`);
      await popover.screenshot({ path });
      taken.push(`./${relative(projectFolder, path)}`);
    }
    return taken;
  } finally {
    await app.close();
  }
};
