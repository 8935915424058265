import type { OwnHold } from './own-hold';

/** Where this process keeps its hold, if it keeps one. */
export interface HoldSlot {
  own(): OwnHold | null;
  keep(own: OwnHold): void;
  /** Forgets it; what it has written stays. */
  letGo(): void;
}

export const createHoldSlot = (): HoldSlot => {
  let kept: OwnHold | null = null;
  return {
    own() {
      if (kept?.isOver()) kept = null;
      return kept;
    },
    keep(own) {
      kept = own;
    },
    letGo() {
      kept = null;
    },
  };
};
