import type { MacHost } from './host';
import { toMacPath } from './mac-path';
import type { ProcessEntry, ProcessTable } from './process-list';

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

/** Another text as soon as a tmux process of this user comes or goes; null where the list is empty. */
export const crowdOf = (processes: ProcessTable, uid: number): string | null =>
  processes.size === 0
    ? null
    : [...processes.values()]
        .filter((entry) => entry.uid === uid && tmuxProgram.test(entry.command))
        .map(({ pid, startedAt }) => `${pid} ${startedAt}`)
        .join();
