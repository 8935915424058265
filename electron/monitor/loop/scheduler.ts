/** Runs something later; gives the way to call it off. Tests put a clock of their own behind it. */
export interface Scheduler {
  after(delayMs: number, run: () => void): () => void;
}

export const timerScheduler: Scheduler = {
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
