/** Runs what it is given one after the other, whatever becomes of each. */
export interface InTurn {
  run<Value>(task: () => Promise<Value>): Promise<Value>;
  isBusy(): boolean;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

export const createInTurn = (): InTurn => {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task) {
      waiting += 1;
      const turn = last.then(task).finally(() => {
        waiting -= 1;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    isBusy: () => waiting > 0,
    idle: () => last.then(() => undefined),
  };
};
