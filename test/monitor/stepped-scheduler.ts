import type { Scheduler } from '../../electron/monitor/loop/scheduler';

export interface SteppedScheduler extends Scheduler {
  now(): number;
  /** Moves time forward, runs what falls due in order, and lets each finish what it starts. */
  advance(spanMs: number): Promise<void>;
}

/** A scheduler with a clock that only moves when told. */
export const createSteppedScheduler = (startMs: number): SteppedScheduler => {
  let now = startMs;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after(delayMs, run) {
      const task = { at: now + delayMs, run };
      due.push(task);
      return () => {
        due = due.filter((one) => one !== task);
      };
    },
    async advance(spanMs) {
      const end = now + spanMs;
      for (;;) {
        await settled();
        const next = due.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        due = due.filter((one) => one !== next);
        next.run();
      }
      now = end;
      await settled();
    },
  };
};

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
