import type { ProcessEntry, ProcessTable } from './process-list';

/**
 * `mosh-server new -s …`: started by the SSH login that mosh begins with, and left alone when that login ends. It lives on
 * without a client, so that one is there can only be supposed.
 */
export const isMoshServer = (command: string): boolean => /^(?:\S*\/)?mosh-server(?:\s|$)/.test(command);

/** The mosh servers of this user. Until a client has connected, the program that is to run inside is a mosh-server too. */
export const findMoshServers = (processes: ProcessTable, uid: number): readonly ProcessEntry[] =>
  [...processes.values()].filter(
    (entry) =>
      entry.uid === uid && isMoshServer(entry.command) && !isMoshServer(processes.get(entry.parentPid)?.command ?? ''),
  );
