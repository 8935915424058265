import type { ProcessEntry, ProcessTable } from './process-list';

/** The process itself and those that it comes from, nearest first. A ring in the table ends it. */
export const ancestry = (processes: ProcessTable, pid: number): readonly ProcessEntry[] => {
  const chain: ProcessEntry[] = [];
  const seen = new Set<number>();
  for (let entry = processes.get(pid); entry && !seen.has(entry.pid); entry = processes.get(entry.parentPid)) {
    seen.add(entry.pid);
    chain.push(entry);
  }
  return chain;
};

/**
 * Finds for a process the nearest one above it, itself included, that is sought; null where there is none. Remembers what
 * it passed, so that asking for every process of a table goes over each of them once.
 */
export const nearestAbove = (
  processes: ProcessTable,
  isSought: (entry: ProcessEntry) => boolean,
): ((pid: number) => ProcessEntry | null) => {
  const known = new Map<number, ProcessEntry | null>();
  return (pid) => {
    const passed = new Set<number>();
    let found: ProcessEntry | null = null;
    for (let entry = processes.get(pid); entry && !passed.has(entry.pid); entry = processes.get(entry.parentPid)) {
      const remembered = known.get(entry.pid);
      if (remembered !== undefined) {
        found = remembered;
        break;
      }
      passed.add(entry.pid);
      if (isSought(entry)) {
        found = entry;
        break;
      }
    }
    for (const passedPid of passed) known.set(passedPid, found);
    return found;
  };
};
