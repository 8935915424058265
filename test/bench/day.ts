import { readdirSync } from 'node:fs';
import { createCredentials } from '../../electron/monitor/look/credentials';
import { createMonitor } from '../../electron/monitor/monitor';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import { busyScenario } from '../monitor/busy-mac';
import { createJumpingScheduler } from '../monitor/jumping-scheduler';
import { createSimulatedMac } from '../simulator/simulated-mac';
import type { Figure } from './figure';

const hourMs = 3_600_000;
const hours = 24;

interface Held {
  readonly heapBytes: number;
  readonly resources: number;
  readonly descriptors: number;
  readonly listeners: number;
}

/** What a day of beats leaves behind: the clock jumps from one due moment to the next, all else is real. */
export const measureDay = async (): Promise<readonly Figure[]> => {
  const mac = await createSimulatedMac(busyScenario, { isFrozen: true });
  const host = createMacHost(mac.environment(), { allowSimulation: true });
  if (!host.ok) throw new Error(host.reason);
  const doors = createMacDoors(host.value);
  const { scheduler, runUntil } = createJumpingScheduler(mac.clock);
  const monitor = createMonitor(doors, createCredentials(doors), scheduler);
  let told = 0;
  monitor.subscribe(() => {
    told += 1;
  });
  try {
    monitor.start();
    monitor.setPower({ source: 'ac', screenLocked: false });
    await runUntil(mac.clock.now() + hourMs);
    const first = heldNow();
    const toldBefore = told;
    await runUntil(mac.clock.now() + hours * hourMs);
    const last = heldNow();
    return [
      { name: 'looks of that day that were told', value: told - toldBefore, unit: 'looks' },
      { name: 'heap after one hour', value: first.heapBytes / 1024 ** 2, unit: 'MiB' },
      { name: `heap ${hours} hours later, times`, value: last.heapBytes / first.heapBytes, unit: '×', atMost: 1.1 },
      { name: 'resources held, more', value: last.resources - first.resources, unit: 'resources', atMost: 0 },
      { name: 'files open, more', value: last.descriptors - first.descriptors, unit: 'files', atMost: 0 },
      { name: 'listeners, more', value: last.listeners - first.listeners, unit: 'listeners', atMost: 0 },
    ];
  } finally {
    await monitor.stop();
    await mac.dispose();
  }
};

/** Needs `--expose-gc`, which scripts/bench.mjs gives. */
const heldNow = (): Held => {
  globalThis.gc?.();
  return {
    heapBytes: process.memoryUsage().heapUsed,
    resources: process.getActiveResourcesInfo().length,
    descriptors: readdirSync('/dev/fd').length,
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
};
