import { createCredentials } from '../../electron/monitor/look/credentials';
import { createMonitor } from '../../electron/monitor/monitor';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import { busyScenario, churn } from '../monitor/busy-mac';
import { countChildren } from '../monitor/count-children';
import { createJumpingScheduler } from '../monitor/jumping-scheduler';
import { createSimulatedMac } from '../simulator/simulated-mac';
import type { Figure } from './figure';

const minutes = 10;
const minuteMs = 60_000;
const betweenWritesMs = 200;
/** Of the product: nobody looks, so nothing may be dear. */
const mostHidden = 4;

/**
 * What ten minutes cost on a Mac at rest, and on one where preferences, transcripts and the shell's history are written five
 * times a second. The clock is the simulated Mac's; the files, the watches and the children are real.
 */
export const measureBusyMac = async (): Promise<readonly Figure[]> => {
  const mac = await createSimulatedMac(busyScenario, { isFrozen: true });
  const children = countChildren();
  const host = createMacHost(mac.environment(), { allowSimulation: true });
  if (!host.ok) throw new Error(host.reason);
  const doors = createMacDoors(host.value);
  const { scheduler, runUntil } = createJumpingScheduler(mac.clock);
  const monitor = createMonitor(doors, createCredentials(doors), scheduler);
  const perMinute = async (write: boolean) => {
    await runUntil(mac.clock.now() + minuteMs);
    children.since();
    const endMs = mac.clock.now() + minutes * minuteMs;
    while (write && mac.clock.now() < endMs) {
      churn(mac.root, mac.clock.now());
      await runUntil(mac.clock.now() + betweenWritesMs);
    }
    await runUntil(endMs);
    return children.since().length / minutes;
  };
  try {
    monitor.start();
    monitor.setPower({ source: 'ac', screenLocked: false });
    await runUntil(mac.clock.now() + minuteMs);
    const first = children.since().length;
    const atRest = await perMinute(false);
    const busy = await perMinute(true);
    monitor.setPopoverVisible(true);
    const visibleAtRest = await perMinute(false);
    const visibleBusy = await perMinute(true);
    const unit = 'children';
    return [
      { name: 'the first look', value: first, unit },
      { name: 'a minute, hidden, at rest', value: atRest, unit, atMost: mostHidden },
      { name: 'a minute, hidden, on a busy Mac', value: busy, unit, atMost: mostHidden },
      { name: 'a minute, hidden, because of what is written', value: busy - atRest, unit },
      { name: 'a minute, with the popover open, at rest', value: visibleAtRest, unit },
      { name: 'a minute, with the popover open, on a busy Mac', value: visibleBusy, unit },
    ];
  } finally {
    await monitor.stop();
    children.stop();
    await mac.dispose();
  }
};
