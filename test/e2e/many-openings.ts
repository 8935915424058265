import type { Page } from 'playwright-core';
import { startVirtualDisplay } from '../../scripts/virtual-display.mjs';
import type { Figure } from '../bench/figure';
import { type LatchkeyApp, launchLatchkey } from './latchkey-app';
import { openOutsideTests } from './open-outside-tests';
import { scenarioWith } from './scenario';

const openings = 500;
/** By then all that an opening makes for the first time is made. */
const warmingUp = 50;

interface Held {
  readonly heapBytes: number;
  readonly resources: number;
  readonly descriptors: number;
  readonly listeners: number;
  readonly children: number;
  readonly pageHeapBytes: number;
  readonly pageNodes: number;
}

/** What 500 openings of the popover leave behind, in the app and in its page. */
export const measureManyOpenings = async (): Promise<readonly Figure[]> => {
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
  if (display) process.env.DISPLAY = display.display;
  const app = await launchLatchkey(scenarioWith({ state: 'unlocked' }), { preloads: ['child-recorder.cjs'] });
  try {
    const page = await openOutsideTests(app);
    await openAndClose(app, page, warmingUp);
    const before = await heldBy(app, page);
    await openAndClose(app, page, openings);
    const after = await heldBy(app, page);
    const more = (name: string, of: keyof Held, unit: Figure['unit']): Figure => ({
      name: `${name}, more than before`,
      value: after[of] - before[of],
      unit,
      atMost: 0,
    });
    return [
      {
        name: `heap of the main process, times before ${openings} openings`,
        value: after.heapBytes / before.heapBytes,
        unit: '×',
        atMost: 1.1,
      },
      {
        name: 'heap of the page, times before',
        value: after.pageHeapBytes / before.pageHeapBytes,
        unit: '×',
        atMost: 1.1,
      },
      more('elements of the page', 'pageNodes', 'elements'),
      more('listeners of the app, its windows and its tray', 'listeners', 'listeners'),
      more('resources held', 'resources', 'resources'),
      more('files open', 'descriptors', 'files'),
      more('children alive', 'children', 'children'),
    ];
  } finally {
    await app.close();
    display?.stop();
  }
};

/** Closed and opened again, and each time seen to be. */
const openAndClose = async (app: LatchkeyApp, page: Page, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) {
    await app.clickTray();
    await page.waitForFunction(`document.visibilityState === 'hidden'`, undefined, { polling: 5 });
    await app.clickTray();
    await page.waitForFunction(`document.visibilityState === 'visible'`, undefined, { polling: 5 });
  }
};

const heldBy = async ({ electron }: LatchkeyApp, page: Page): Promise<Held> => {
  await page.requestGC();
  const ofPage = await page.evaluate<Pick<Held, 'pageHeapBytes' | 'pageNodes'>>(
    `({ pageHeapBytes: performance.memory.usedJSHeapSize, pageNodes: document.getElementsByTagName('*').length })`,
  );
  const ofApp = await electron.evaluate(async ({ app, BrowserWindow, ipcMain, powerMonitor }) => {
    const load = process.getBuiltinModule;
    load('node:v8').setFlagsFromString('--expose-gc');
    const collect = load('node:vm').runInNewContext('gc') as () => void;
    // What is under way comes to its end first.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    collect();
    const windows = BrowserWindow.getAllWindows();
    const emitters = [app, ipcMain, powerMonitor, globalThis.trayRecord.tray, process, ...windows];
    const contents = windows.map(({ webContents }) => webContents);
    const children = (Reflect.get(globalThis, 'livingChildren') as () => number)();
    return {
      heapBytes: process.memoryUsage().heapUsed,
      resources: process.getActiveResourcesInfo().length,
      descriptors: load('node:fs').readdirSync('/dev/fd').length,
      listeners: [...emitters, ...contents].reduce(
        (sum, one) => sum + one.eventNames().reduce((own: number, name) => own + one.listenerCount(name as never), 0),
        0,
      ),
      children,
    };
  });
  return { ...ofApp, ...ofPage };
};
