import type { MacHost } from '../mac/host';
import { toMacPath } from '../mac/mac-path';
import type { ProcessEntry, ProcessTable } from '../processes/process-list';

const tmuxProgram = /^(?:\S*\/)?tmux(?:\s|$)/;

/** Sockets that the commands of running tmux processes name (`tmux -S PATH`); macOS paths. */
export const socketsNamedByProcesses = (host: MacHost, processes: ProcessTable): readonly string[] => {
  const paths = new Set<string>();
  for (const { uid, command } of processes.values()) {
    if (uid !== host.uid || !tmuxProgram.test(command)) continue;
    const named = /\s-S\s*(\/\S+)/.exec(command)?.[1];
    if (named) paths.add(toMacPath(host, named).replace(/^\/tmp\//, '/private/tmp/'));
  }
  return [...paths];
};

/**
 * Processes that look like tmux servers of this user: launchd's children without a terminal (macOS shows the command that
 * started the server, never the title `tmux: server`).
 */
export const processesLikeTmuxServers = (processes: ProcessTable, uid: number): readonly ProcessEntry[] =>
  [...processes.values()].filter(
    (entry) => entry.uid === uid && entry.parentPid === 1 && entry.tty === null && tmuxProgram.test(entry.command),
  );

/**
 * Another text as soon as a tmux process of this user comes or goes, or a pane of one of its servers: what a server has
 * started on a terminal of its own. (What its status line runs has none.) Null where the list is empty.
 */
export const crowdOf = (processes: ProcessTable, uid: number): string | null => {
  if (processes.size === 0) return null;
  const servers = new Set(processesLikeTmuxServers(processes, uid).map(({ pid }) => pid));
  const isOfCrowd = (entry: ProcessEntry) =>
    entry.uid === uid && (tmuxProgram.test(entry.command) || (entry.tty !== null && servers.has(entry.parentPid)));
  return [...processes.values()]
    .filter(isOfCrowd)
    .map(({ pid, startedAt }) => `${pid} ${startedAt}`)
    .join();
};
