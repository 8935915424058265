import { createInTurn } from '../../core/in-turn';

/**
 * Lets one caller at a time into the engine of the file keychains, which has crashed under two. A call on a thread of its own
 * may never come back, so waiting for a turn has an end, and while one call is overdue nobody waits any more.
 */
export interface FrameworkTurn {
  /** Whether somebody else's call is under way on another thread: until it is back, none may be made on this one. */
  isTaken(): boolean;
  /** Whether that call has not come back within somebody's limit. Its thread would hold up the end of this process. */
  isOverdue(): boolean;
  /**
   * Runs a call when its turn has come.
   *
   * @param onLate is given what a call answered after its limit.
   * @returns null when it has not ended within the limit: it has then not begun and never will, or its answer comes too late.
   */
  take<Value>(call: () => Promise<Value>, limitMs: number, onLate?: (value: Value) => void): Promise<Value | null>;
  /** The same for a call that somebody else bounds: it keeps its turn until it is back. */
  hold<Value>(call: () => Promise<Value>): Promise<Value>;
  /** A call of microseconds: at once where nobody else's is under way. @returns null as `take` does */
  takeBriefly<Value>(call: () => Value): Promise<Value | null>;
}

/** What waits for the lock state has others waiting for it. */
const briefLimitMs = 2_000;

export const createFrameworkTurn = (): FrameworkTurn => {
  const inTurn = createInTurn();
  let isOverdue = false;
  /** While this thread is in the call whose turn it is. */
  let isInside = false;

  const take = async <Value>(
    call: () => Promise<Value>,
    limitMs: number,
    onLate?: (value: Value) => void,
  ): Promise<Value | null> => {
    if (isOverdue) return null;
    let isGivenUp = false;
    let timer: NodeJS.Timeout | undefined;
    const turn = inTurn.run(async () => {
      if (isGivenUp) return null;
      const value = await begin(call);
      if (isGivenUp) onLate?.(value);
      return value;
    });
    const limit = new Promise<null>((resolve) => {
      timer = setTimeout(() => {
        isGivenUp = true;
        isOverdue = true;
        resolve(null);
      }, limitMs);
    });
    try {
      return await Promise.race([turn, limit]);
    } finally {
      clearTimeout(timer);
    }
  };

  /** Whatever it comes to, once it is back nobody is kept waiting by it. */
  const begin = <Value>(call: () => Promise<Value>): Promise<Value> => {
    isInside = true;
    try {
      return call().finally(() => {
        isOverdue = false;
      });
    } finally {
      isInside = false;
    }
  };

  const isTaken = (): boolean => inTurn.isBusy() && !isInside;
  return {
    isTaken,
    isOverdue: () => isOverdue,
    take,
    hold: (call) => inTurn.run(() => begin(call)),
    takeBriefly: async (call) => (isTaken() ? take(async () => call(), briefLimitMs) : call()),
  };
};

const turns = new Map<string, FrameworkTurn>();

/** The turn of a library: the same for all who load it into this process. @param path where it lies on disk */
export const frameworkTurnOf = (path: string): FrameworkTurn => {
  const turn = turns.get(path) ?? createFrameworkTurn();
  turns.set(path, turn);
  return turn;
};
