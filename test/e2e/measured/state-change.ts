import { startVirtualDisplay } from '../../../scripts/virtual-display.mjs';
import type { Figure } from '../../bench/figure';
import { medianOf } from '../../bench/median';
import { auditSession } from '../../simulator/audit-session';
import { lockStatePath, replaceFile } from '../../simulator/mac-files';
import { type LatchkeyApp, launchLatchkey } from '../latchkey-app';
import { loginPath, scenarioWith } from '../scenario';
import { openOutsideTests } from './open-outside-tests';

const changes = 300;

/**
 * How long after a beat has begun a keychain that has just been locked or unlocked shows in the menu bar and is drawn in the
 * popover; the beat itself is not waited for. The beat is brought forward by an event that macOS sends and that changes no pace.
 */
export const measureStateChange = async (): Promise<readonly Figure[]> => {
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
  if (display) process.env.DISPLAY = display.display;
  const app = await launchLatchkey(scenarioWith({ state: 'unlocked' }));
  try {
    const page = await openOutsideTests(app);
    // The page notes when it has drawn what it was told: the second frame after.
    await page.evaluate(`window.latchkey.on('state.changed', () => {
      requestAnimationFrame(() => requestAnimationFrame(() => { window.drawnAt = performance.timeOrigin + performance.now(); }));
    }) && undefined`);
    const [tray, popover]: [number[], number[]] = [[], []];
    for (let count = 0; count < changes; count += 1) {
      turnLock(app, count % 2 === 0);
      const { begunAt, shownAt } = await beatOnce(app);
      tray.push(shownAt - begunAt);
      const drawnAt = await page.evaluate<number>(`new Promise((resolve) => {
        const look = () => window.drawnAt > ${begunAt} ? resolve(window.drawnAt) : setTimeout(look, 1);
        look();
      })`);
      popover.push(drawnAt - begunAt);
    }
    return [
      { name: `a change in the menu bar, median of ${changes}`, value: medianOf(tray), unit: 'ms', atMost: 20 },
      { name: 'the worst of them', value: Math.max(...tray), unit: 'ms' },
      {
        name: 'the same drawn in the open popover, median',
        value: medianOf(popover),
        unit: 'ms',
        atMost: 20 + twoFramesMs,
      },
      { name: 'the worst of them', value: Math.max(...popover), unit: 'ms' },
    ];
  } finally {
    await app.close();
    display?.stop();
  }
};

/** What is drawn is measured by the second frame: that is when the first is surely on the screen. */
const twoFramesMs = 34;

/** As securityd would know it at once, without a child in between. */
const turnLock = ({ mac }: LatchkeyApp, isLocked: boolean): void => {
  const file = lockStatePath(mac.root, auditSession(mac.plan, 'desktop').key, loginPath);
  replaceFile(file, `${isLocked ? 'locked' : 'unlocked'} ${mac.clock.now()} -1 0\n`);
};

const beatOnce = ({ electron }: LatchkeyApp): Promise<{ readonly begunAt: number; readonly shownAt: number }> =>
  electron.evaluate(
    ({ powerMonitor }) =>
      new Promise((resolve) => {
        const { trayRecord } = globalThis;
        const now = () => performance.timeOrigin + performance.now();
        const { image } = trayRecord;
        Object.defineProperty(trayRecord, 'image', {
          configurable: true,
          get: () => image,
          set(next) {
            Object.defineProperty(trayRecord, 'image', { configurable: true, writable: true, value: next });
            resolve({ begunAt, shownAt: now() });
          },
        });
        const begunAt = now();
        powerMonitor.emit('user-did-become-active');
      }),
  );
