import { createCredentials } from '../../electron/monitor/look/credentials';
import type { Scheduler } from '../../electron/monitor/loop/scheduler';
import { createMonitor, type Monitor } from '../../electron/monitor/monitor';
import { doorsOfWorld } from './doors/doors-of-world';
import { modelTools } from './doors/model-tools';
import type { World } from './world/world';

/** One run of the app, from its start to its end, over the doors of the model's Mac. */
export interface AppLife {
  readonly monitor: Monitor;
  readonly startedAtMs: number;
  isDead: boolean;
  /** By kind of question: how many wait for their answer now. */
  readonly asking: Map<string, number>;
  /** The timers that it waits for. */
  timers: number;
  followed: ReadonlySet<string>;
  hintOfFile: (path: string) => void;
}

export const startApp = (world: World): AppLife => {
  const { clock } = world;
  const life = {
    ...{ isDead: false, startedAtMs: clock.steady(), timers: 0 },
    asking: new Map<string, number>(),
    followed: new Set<string>(),
    hintOfFile: () => {},
  };
  const scheduler: Scheduler = {
    after(delayMs, run) {
      life.timers += 1;
      let isOver = false;
      const end = () => {
        if (!isOver) life.timers -= 1;
        isOver = true;
      };
      const cancel = clock.scheduler.after(delayMs, () => {
        end();
        // A process that was killed does nothing any more.
        if (!life.isDead) run();
      });
      return () => {
        end();
        cancel();
      };
    },
  };
  const doors = doorsOfWorld(world, life);
  const credentials = createCredentials(doors, (given) => modelTools(world, life, given.fileFingerprint));
  const monitor = createMonitor(doors, credentials, scheduler, { holdOwner: 'app' });
  monitor.start();
  monitor.setPower(world.power);
  if (world.isPopoverVisible) monitor.setPopoverVisible(true);
  return Object.assign(life, { monitor });
};
