import { setTimeout as wait } from 'node:timers/promises';
import { startVirtualDisplay } from '../../../scripts/virtual-display.mjs';
import type { Figure } from '../../bench/figure';
import { busyScenario, churn } from '../../monitor/busy-mac';
import { launchLatchkey } from '../latchkey-app';

const settlesMs = 30_000;
/** Of real time, for Electron's timers are. A whole number of every beat. */
const spanMs = 120_000;
const betweenWritesMs = 200;
const mostHidden = 4;

/** The same in the real Electron, in real time: the app with its popover hidden, from the outside. */
export const measureBusyMacInElectron = async (): Promise<readonly Figure[]> => {
  const display = process.platform === 'linux' ? await startVirtualDisplay() : null;
  if (display) process.env.DISPLAY = display.display;
  const app = await launchLatchkey(busyScenario, { preloads: ['child-recorder.cjs'] });
  const countSoFar = () =>
    app.electron.evaluate(() => (Reflect.get(globalThis, 'startedChildren') as () => readonly string[])().length);
  const perMinute = async (write: boolean) => {
    const before = await countSoFar();
    const end = performance.now() + spanMs;
    for (let round = 0; performance.now() < end; round += 1) {
      if (write) churn(app.mac.root, round);
      await wait(betweenWritesMs);
    }
    return ((await countSoFar()) - before) / (spanMs / 60_000);
  };
  try {
    await wait(settlesMs);
    const first = await countSoFar();
    const atRest = await perMinute(false);
    const busy = await perMinute(true);
    const unit = 'children';
    return [
      { name: 'the first half minute', value: first, unit },
      { name: 'a minute, hidden, at rest', value: atRest, unit, atMost: mostHidden },
      { name: 'a minute, hidden, on a busy Mac', value: busy, unit, atMost: mostHidden },
      { name: 'a minute, hidden, because of what is written', value: busy - atRest, unit },
    ];
  } finally {
    await app.close();
    display?.stop();
  }
};
