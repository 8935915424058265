import { type MonitorState, nothingYet } from '../../core/state/monitor-state';
import type { Notice, PendingAction } from '../../core/words/pending';

export interface StateKeeper {
  state(): MonitorState;
  /** Replaces the given parts and publishes the new state once. */
  update(parts: Partial<MonitorState>): void;
  addPending(action: PendingAction): void;
  replacePending(action: PendingAction, by: PendingAction | null, notice?: Notice): void;
  subscribe(listener: (state: MonitorState) => void): () => void;
}

/** Holds the one published state. Every change makes a new value; nobody else can make one. */
export const createStateKeeper = (): StateKeeper => {
  let state = nothingYet;
  const listeners = new Set<(state: MonitorState) => void>();
  const update = (parts: Partial<MonitorState>) => {
    state = { ...state, ...parts };
    for (const listener of listeners) listener(state);
  };
  return {
    state: () => state,
    update,
    addPending: (action) => update({ pending: [...state.pending, action] }),
    replacePending(action, by, notice) {
      const pending = state.pending.flatMap((one) => (one !== action ? [one] : by ? [by] : []));
      update(notice ? { pending, notice } : { pending });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
