import type { Scheduler } from '../../electron/monitor/loop/scheduler';
import type { SimulatedClock } from '../simulator/simulated-mac';

export interface JumpingScheduler {
  readonly scheduler: Scheduler;
  /** Goes on until this moment, in milliseconds since 1970. */
  runUntil(endMs: number): Promise<void>;
}

/** The clock goes from one due moment to the next; between them everything that was begun runs to its end for real. */
export const createJumpingScheduler = (clock: Pick<SimulatedClock, 'now' | 'set'>): JumpingScheduler => {
  let due: { readonly at: number; readonly run: () => void }[] = [];
  const scheduler: Scheduler = {
    after(delayMs, run) {
      const task = { at: clock.now() + delayMs, run };
      due.push(task);
      return () => {
        due = due.filter((one) => one !== task);
      };
    },
  };
  const runUntil = async (endMs: number): Promise<void> => {
    for (;;) {
      await settled();
      const [next] = due.sort((one, other) => one.at - other.at);
      if (!next || next.at > endMs) break;
      if (next.at > clock.now()) clock.set(next.at);
      due = due.filter((one) => one !== next);
      next.run();
    }
    clock.set(endMs);
    await settled();
  };
  return { scheduler, runUntil };
};

/** What this process waits for while something goes on: files and children. */
const underWay = /^(FSReq|ProcessWrap|PipeWrap|CloseReq|DirHandle)/;
const countUnderWay = (): number => process.getActiveResourcesInfo().filter((name) => underWay.test(name)).length;
/** The test runner's own pipes. */
const alwaysUnderWay = countUnderWay();

/** Resolves when nothing is under way any more. */
export const settled = async (): Promise<void> => {
  for (let quietTurns = 0; quietTurns < 4; ) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    quietTurns = countUnderWay() > alwaysUnderWay ? 0 : quietTurns + 1;
  }
};
