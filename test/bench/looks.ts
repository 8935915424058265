import { createCredentials } from '../../electron/monitor/look/credentials';
import { createLook } from '../../electron/monitor/look/look';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import { deskScenario } from '../cli/desk-scenario';
import { createSimulatedMac } from '../simulator/simulated-mac';
import type { Figure } from './figure';

const reads = 2_000;
const looks = 5_000;
const beat = { kind: 'beat' } as const;

/** What the beat of a visible popover costs: the lock state alone, and a look at which nothing else is due. */
export const measureLooks = async (): Promise<readonly Figure[]> => {
  const mac = await createSimulatedMac(deskScenario(true), { isFrozen: true });
  try {
    const host = createMacHost(mac.environment(), { allowSimulation: true });
    if (!host.ok) throw new Error(host.reason);
    const doors = createMacDoors(host.value);
    const listed = await doors.security.listKeychains();
    const path = listed.ok ? listed.value[0] : undefined;
    if (path === undefined) throw new Error('The simulated Mac has no keychain.');
    const inProcessMs = await millisecondsOf(reads, () => doors.lock.read(path));
    const childMs = await millisecondsOf(5, () => doors.security.defaultKeychain());
    const look = createLook(doors, createCredentials(doors));
    const conditions = { now: host.value.now(), popoverVisible: true, powerSource: 'ac' } as const;
    await Promise.all(look.readParts(conditions, beat));
    const takeOne = () => Promise.all([look.take(conditions.now), ...look.readParts(conditions, beat)]);
    const lookMs = await millisecondsOf(looks / 10, takeOne);
    const heapBefore = heapBytes();
    await millisecondsOf(looks, takeOne);
    return [
      { name: 'the lock state, asked in this process', value: inProcessMs, unit: 'ms' },
      { name: 'a child process (of the simulated tool) takes, times as long', value: childMs / inProcessMs, unit: '×' },
      { name: 'a look at which nothing else is due', value: lookMs, unit: 'ms' },
      { name: `the heap after ${looks} more looks, times`, value: heapBytes() / heapBefore, unit: '×' },
    ];
  } finally {
    await mac.dispose();
  }
};

const millisecondsOf = async (times: number, run: () => Promise<unknown>): Promise<number> => {
  const before = performance.now();
  for (let count = 0; count < times; count += 1) await run();
  return (performance.now() - before) / times;
};

/** Needs `--expose-gc`, which scripts/bench.mjs gives. */
const heapBytes = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
