import type { Scheduler } from '../../../electron/monitor/loop/scheduler';

/** The Mac's clocks. Nothing here waits: time passes when somebody says so. */
export interface ModelClock {
  /** Milliseconds since 1970, as the Mac's clock shows it. It can be set. */
  wall(): number;
  /** Milliseconds that only ever run, sleep included. */
  steady(): number;
  /** What `steady` was, or will be, when the wall shows this by the clock as it is set now. */
  steadyAt(wallMs: number): number;
  /** What `steady` was when the Mac had so much less of waking behind it: asleep nothing looks, so nothing lags. */
  ago(awakeMs: number): number;
  /** The wall's clock is set, forwards or back. */
  jump(byMs: number): void;
  /** Goes from one due moment to the next, and lets each come to its end. */
  run(spanMs: number): Promise<void>;
  /** Time passes, and no timer falls due. */
  sleep(spanMs: number): void;
  /** Called before the clock shows this moment. */
  onPass(listener: (steadyMs: number) => void): void;
  readonly scheduler: Scheduler;
  /** How many timers wait. */
  waiting(): number;
}

export const createModelClock = (startMs: number): ModelClock => {
  let steady = 1_000_000;
  let offset = startMs - steady;
  let sleptMs = 0;
  let sleeps: { readonly endsAt: number; readonly spanMs: number }[] = [];
  let due: { readonly awakeAt: number; readonly run: () => void }[] = [];
  let pass: (steadyMs: number) => void = () => {};
  const goTo = (steadyMs: number) => {
    pass(steadyMs);
    steady = steadyMs;
  };
  return {
    wall: () => steady + offset,
    steady: () => steady,
    steadyAt: (wallMs) => wallMs - offset,
    ago: (awakeMs) =>
      sleeps.reduceRight((from, { endsAt, spanMs }) => (endsAt > from ? from - spanMs : from), steady - awakeMs),
    jump(byMs) {
      offset += byMs;
    },
    async run(spanMs) {
      const end = steady + spanMs;
      for (;;) {
        await settled();
        const next = earliest(due);
        if (!next || next.awakeAt + sleptMs > end) break;
        if (next.awakeAt + sleptMs > steady) goTo(next.awakeAt + sleptMs);
        due = due.filter((one) => one !== next);
        next.run();
      }
      goTo(end);
      await settled();
    },
    sleep(spanMs) {
      goTo(steady + spanMs);
      sleptMs += spanMs;
      sleeps = [...sleeps.slice(-19), { endsAt: steady, spanMs }];
    },
    onPass(listener) {
      pass = listener;
    },
    scheduler: {
      after(delayMs, run) {
        const task = { awakeAt: steady - sleptMs + delayMs, run };
        due.push(task);
        return () => {
          due = due.filter((one) => one !== task);
        };
      },
    },
    waiting: () => due.length,
  };
};

const earliest = <Task extends { readonly awakeAt: number }>(tasks: readonly Task[]): Task | undefined =>
  tasks.reduce<Task | undefined>((best, one) => (best && best.awakeAt <= one.awakeAt ? best : one), undefined);

/** Everything that was begun has come as far as it comes without the clock: nothing here asks a real disk or child. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
