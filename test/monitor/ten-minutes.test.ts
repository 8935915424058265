import { describe, expect, it } from 'vitest';
import { createCredentials } from '../../electron/monitor/look/credentials';
import type { Scheduler } from '../../electron/monitor/loop/scheduler';
import { createMonitor, type Monitor } from '../../electron/monitor/monitor';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import { processesThatBelongTo } from '../simulator/leftover-processes';
import type { Scenario } from '../simulator/parsing/scenario';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { patience } from '../vitest/patience';
import { watchesNothing } from './watches-nothing';

const loginPath = '/Users/alice/Library/Keychains/login.keychain-db';
const minuteMs = 60_000;

const scenario = (isUnlocked: boolean): Scenario => ({
  now: '2026-09-10T09:00:00Z',
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'secret' },
  keychains: [
    {
      path: loginPath,
      password: 'secret',
      isLogin: true,
      isDefault: true,
      lockOnSleep: true,
      idleTimeoutSeconds: 300,
      items: [{ class: 'genp', service: 'Claude Code-credentials', account: 'alice', data: '{}' }],
    },
  ],
  sessions: [
    { id: 'desk', kind: 'desktop', tty: 'console', unlocked: isUnlocked ? [loginPath] : [] },
    { id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '192.168.1.9', unlocked: [] },
  ],
  tmux: [
    {
      socket: 'default',
      session: 'desk',
      serverPid: 900,
      clients: [{ pid: 901, tty: 'ttys004', sessionName: 'work' }],
    },
  ],
  remoteLogin: true,
});

/** The simulated Mac's clock moves from one due moment to the next; between them the looks run for real. */
const jumpingScheduler = (mac: SimulatedMac) => {
  let due: { readonly at: number; readonly run: () => void }[] = [];
  const scheduler: Scheduler = {
    after(delayMs, run) {
      const task = { at: mac.clock.now() + delayMs, run };
      due.push(task);
      return () => {
        due = due.filter((one) => one !== task);
      };
    },
  };
  const runFor = async (monitor: Monitor, spanMs: number) => {
    const end = mac.clock.now() + spanMs;
    for (;;) {
      await nextDue(() => due.length > 0);
      const [next] = due.sort((one, other) => one.at - other.at);
      if (!next || next.at > end) break;
      mac.clock.set(Math.max(next.at, mac.clock.now()));
      due = due.filter((one) => one !== next);
      const looked = new Promise<void>((resolve) => {
        const stop = monitor.subscribe(() => {
          stop();
          resolve();
        });
      });
      next.run();
      await looked;
    }
    mac.clock.set(end);
  };
  return { scheduler, runFor };
};

const nextDue = async (isThere: () => boolean) => {
  while (!isThere()) await new Promise<void>((resolve) => setImmediate(resolve));
};

describe('ten minutes of polling on the simulated Mac', () => {
  it.each([
    ['unlocked, popover open', true, true],
    ['unlocked, popover closed', true, false],
    ['locked, popover open', false, true],
    ['locked, popover closed', false, false],
  ])(
    '%s: no dialog, no decrypt, no timer restart, no process left behind',
    async (_name, isUnlocked, popoverVisible) => {
      const mac = await createSimulatedMac(scenario(isUnlocked), { isFrozen: true });
      try {
        const host = createMacHost(mac.environment(), { allowSimulation: true });
        if (!host.ok) throw new Error(host.reason);
        const doors = { ...createMacDoors(host.value), watchFiles: watchesNothing };
        const { scheduler, runFor } = jumpingScheduler(mac);
        const monitor = createMonitor(doors, createCredentials(doors), scheduler);
        const changes: { state: string | undefined; atMs: number }[] = [];
        monitor.subscribe(({ snapshot }) => {
          const state = snapshot?.keychains[0]?.lock.state;
          if (changes.at(-1)?.state !== state) changes.push({ state, atMs: mac.clock.now() });
        });
        const startMs = mac.clock.now();
        monitor.setPopoverVisible(popoverVisible);
        monitor.start();
        await runFor(monitor, 10 * minuteMs);
        await monitor.stop();

        expect(doors.lock.means).toBe('framework');
        const locking = { kind: 'lock', by: 'idle timeout', at: startMs + 5 * minuteMs };
        expect(mac.ledger()).toMatchObject(isUnlocked ? [locking] : []);
        expect(processesThatBelongTo(mac.root)).toEqual([]);
        const seen = changes.map(({ state }) => state);
        expect(seen).toEqual(isUnlocked ? ['unlocked', 'locked'] : ['locked']);
        if (isUnlocked) {
          const lateMs = (changes[1]?.atMs ?? Number.NaN) - startMs - 5 * minuteMs;
          expect(lateMs).toBeGreaterThanOrEqual(0);
          expect(lateMs).toBeLessThanOrEqual(popoverVisible ? 1000 : 5000);
        }
      } finally {
        await mac.dispose();
      }
    },
    patience(180_000),
  );
});
