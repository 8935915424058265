/**
 * Keeps calls of one kind from piling up behind one that hangs.
 *
 * - A query that is asked again with the same arguments while it runs shares the running call.
 * - A query of the same kind with other arguments waits for its turn.
 * - An action while one of its kind runs is refused: null.
 */
export interface OneAtATime {
  query<Value>(kind: string, args: readonly string[], run: () => Promise<Value>): Promise<Value>;
  action<Value>(kind: string, run: () => Promise<Value>): Promise<Value> | null;
}

export const createOneAtATime = (): OneAtATime => {
  const shared = new Map<string, Promise<unknown>>();
  const lastOfKind = new Map<string, Promise<unknown>>();
  const actions = new Set<string>();
  return {
    query<Value>(kind: string, args: readonly string[], run: () => Promise<Value>): Promise<Value> {
      const key = JSON.stringify([kind, ...args]);
      const running = shared.get(key);
      // The key stands for the very same call, so the value is of the same type.
      if (running) return running as Promise<Value>;
      const before = lastOfKind.get(kind) ?? Promise.resolve();
      const call = before.then(run, run).finally(() => {
        shared.delete(key);
        if (lastOfKind.get(kind) === call) lastOfKind.delete(kind);
      });
      shared.set(key, call);
      lastOfKind.set(kind, call);
      return call;
    },
    action<Value>(kind: string, run: () => Promise<Value>): Promise<Value> | null {
      if (actions.has(kind)) return null;
      actions.add(kind);
      return run().finally(() => actions.delete(kind));
    },
  };
};
