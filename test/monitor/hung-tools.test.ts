import { describe, expect, it } from 'vitest';
import type { MonitorState } from '../../electron/core/state/monitor-state';
import type { AwaitedPart } from '../../electron/core/words/reading';
import { createCredentials } from '../../electron/monitor/look/credentials';
import { timerScheduler } from '../../electron/monitor/loop/scheduler';
import { createMonitor } from '../../electron/monitor/monitor';
import type { Fault } from '../simulator/parsing/scenario';
import { loginKeychain, macWithDoors, twoKeychains } from '../system/simulated-doors';

const hangMs = 60_000;
const tmux = [{ socket: 'default', session: 'desktop', serverPid: 900 }];
const cases: readonly (readonly [string, Fault, readonly AwaitedPart[]])[] = [
  ['ps', { tool: 'ps', hangMs }, ['sessions']],
  ['tmux', { tool: 'tmux', hangMs }, ['sessions']],
  ['every security call', { tool: 'security', hangMs }, ['keychain-list', 'credentials']],
];

describe.each(cases)('a Mac on which %s hangs', (_name, fault, awaited) => {
  it('has its lock state told first, and the rest when it comes', async () => {
    const { mac, doors: openDoors } = await macWithDoors({ ...twoKeychains, tmux, faults: [fault] });
    try {
      const doors = openDoors();
      const monitor = createMonitor(doors, createCredentials(doors), timerScheduler);
      const published: MonitorState[] = [];
      const stop = monitor.subscribe((state) => published.push(state));
      const last = await monitor.lookOnce();
      stop();
      const [first] = published;
      expect(first?.snapshot?.keychains.map(({ path, lock }) => [path, lock.state])).toEqual([
        [loginKeychain, 'unlocked'],
      ]);
      expect(first?.snapshot?.awaited).toEqual(expect.arrayContaining([...awaited]));
      // Everything else had come before that which hangs.
      expect(published.at(-2)?.snapshot?.awaited?.filter((part) => !awaited.includes(part))).toEqual([]);
      expect(last.snapshot).not.toHaveProperty('awaited');
      expect(last.snapshot?.keychains[0]?.lock.state).toBe('unlocked');
    } finally {
      await mac.dispose();
    }
  });
});
