import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { basename } from 'node:path';

export interface ChildCount {
  /** The programs that were started since the last question, by name, in order. */
  since(): readonly string[];
  stop(): void;
}

/** Counts the children that this process starts, whoever starts them: by Node's own word, not by a door's. */
export const countChildren = (): ChildCount => {
  let started: ChildProcess[] = [];
  const note = (message: unknown) => {
    started.push((message as { readonly process: ChildProcess }).process);
  };
  subscribe('child_process', note);
  return {
    since() {
      const names = started.map(({ spawnfile }) => basename(spawnfile));
      started = [];
      return names;
    },
    stop: () => {
      unsubscribe('child_process', note);
    },
  };
};
