// A program: takes some full beats, at which everything is due, and prints what one costs this process. Bundled by scale.ts.
import { createCredentials } from '../../electron/monitor/look/credentials';
import { timerScheduler } from '../../electron/monitor/loop/scheduler';
import { createMonitor } from '../../electron/monitor/monitor';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';

const warmingUp = 3;

const measure = async (beats: number): Promise<{ readonly beatMs: number; readonly found: readonly number[] }> => {
  const host = createMacHost(process.env, { allowSimulation: true });
  if (!host.ok) throw new Error(host.reason);
  const doors = createMacDoors(host.value);
  const monitor = createMonitor(doors, createCredentials(doors), timerScheduler);
  for (let beat = 0; beat < warmingUp; beat += 1) await monitor.lookOnce();
  const before = process.cpuUsage();
  for (let beat = 0; beat < beats; beat += 1) await monitor.lookOnce();
  const { user, system } = process.cpuUsage(before);
  const { snapshot } = monitor.state();
  if (snapshot === null || snapshot.unread !== undefined) throw new Error(JSON.stringify(snapshot?.unread ?? null));
  const found = [snapshot.keychains.length, snapshot.sessions.length, snapshot.credentials.length];
  return { beatMs: (user + system) / 1000 / beats, found };
};

void measure(Number(process.argv[2])).then((cost) => {
  process.stdout.write(JSON.stringify(cost));
  process.exit(0);
});
