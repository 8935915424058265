import { readdirSync, readFileSync } from 'node:fs';

/** Of a process and all that has come from it, as Linux counts it. */
export interface TreeReading {
  readonly processes: number;
  /** Proportional: a page that several processes share counts in parts. */
  readonly pssMiB: number;
  /** Of the processes that live, threads that have ended left out. */
  readonly ownCpuMs: number;
  /** Of the children that have ended. */
  readonly endedCpuMs: number;
  /** Voluntary context switches of all threads: how often something went to sleep, so how often something woke it. */
  readonly wakeUps: number;
}

const tickMs = 10;

/** Reads the whole tree; a process that goes meanwhile counts for nothing. Linux only. */
export const readTree = (rootPid: number): TreeReading => {
  const pids = familyOf(rootPid);
  const sum = (of: (pid: number) => number): number => pids.reduce((total, pid) => total + of(pid), 0);
  return {
    processes: pids.length,
    pssMiB: sum((pid) => numberAfter('Pss', textOf(`/proc/${pid}/smaps_rollup`))) / 1024,
    ownCpuMs: sum((pid) => ofThreads(pid, cpuMsOfThread)),
    endedCpuMs: sum((pid) => {
      const [waitedUser = 0, waitedSystem = 0] = statOf(pid).slice(13, 15).map(Number);
      return (waitedUser + waitedSystem) * tickMs;
    }),
    wakeUps: sum((pid) =>
      ofThreads(pid, (folder) => numberAfter('voluntary_ctxt_switches', textOf(`${folder}/status`))),
    ),
  };
};

const familyOf = (rootPid: number): readonly number[] => {
  const all = namesIn('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((pid) => [Number(pid), Number(statOf(pid)[1])]));
  const isOfFamily = (pid: number | undefined): boolean =>
    pid !== undefined && pid > 1 && (pid === rootPid || isOfFamily(parents.get(pid)));
  return [...parents.keys()].filter(isOfFamily);
};

/** The fields of `stat` from the state on, which is the third: the name before it may hold anything. */
const statOf = (pid: number | string): readonly string[] => {
  const text = textOf(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};

const ofThreads = (pid: number, of: (folder: string) => number): number =>
  namesIn(`/proc/${pid}/task`).reduce((total, thread) => total + of(`/proc/${pid}/task/${thread}`), 0);

const cpuMsOfThread = (folder: string): number =>
  Number(textOf(`${folder}/schedstat`).split(' ', 1)[0] ?? 0) / 1_000_000;

const numberAfter = (name: string, text: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
