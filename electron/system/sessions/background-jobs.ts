import { jobOf } from '../processes/job-programs';
import { ancestry } from '../processes/process-ancestry';
import type { ProcessEntry, ProcessTable } from '../processes/process-list';

/** A program of this user's that works for others when nobody is there, and nobody's session keeps. */
export interface BackgroundJob {
  /** The process that launchd is the parent of. */
  readonly process: ProcessEntry;
  /** "GitHub Actions runner" */
  readonly name: string;
}

/**
 * Jobs that launchd has for its children: the starter of an agent, or the agent itself. One that somebody has started by
 * hand in a terminal, a tmux server or an SSH login is part of that, and no row of its own.
 *
 * @param isTold what is told of elsewhere.
 */
export const findBackgroundJobs = (
  processes: ProcessTable,
  uid: number,
  isTold: (entry: ProcessEntry) => boolean,
): readonly BackgroundJob[] => {
  const found = new Map<number, BackgroundJob>();
  for (const entry of processes.values()) {
    const name = entry.uid === uid ? jobOf(entry.command) : null;
    if (name === null) continue;
    const chain = ancestry(processes, entry.pid);
    const top = chain.find(({ parentPid }) => parentPid === 1);
    const isOwn = top?.uid === uid && !chain.some((one) => isTold(one));
    if (top && isOwn && !found.has(top.pid)) found.set(top.pid, { process: top, name });
  }
  return [...found.values()];
};
