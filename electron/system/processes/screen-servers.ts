import type { ProcessEntry, ProcessTable } from './process-list';

/** A GNU screen server of this user, with the clients that are surely its own. */
export interface ScreenServer {
  readonly process: ProcessEntry;
  /** As given with `-S`, else its pid: `screen -r` takes either. */
  readonly name: string;
  /** Null when there is a client of which it cannot be told whose it is. */
  readonly clients: readonly ProcessEntry[] | null;
}

/** The server writes its own name in capitals over its arguments (screen.c); its clients keep the small letters. */
const serverTitle = /^(?:\S*\/)?SCREEN(?:-[\d.]+)?(?:\s|$)/;
const clientTitle = /^(?:\S*\/)?screen(?:-[\d.]+)?(?:\s|$)/;

export const isScreenServer = (command: string): boolean => serverTitle.test(command);

/**
 * The screen servers of this user, from the process list alone: `screen -ls` would tell no more than whether somebody is
 * attached, only of the sockets of its own build, and at the price of a child.
 */
export const findScreenServers = (processes: ProcessTable, uid: number): readonly ScreenServer[] => {
  const own = [...processes.values()].filter((entry) => entry.uid === uid);
  const servers = own.filter(({ command }) => isScreenServer(command));
  if (servers.length === 0) return [];
  const names = new Map(servers.map((server) => [server.pid, nameOf(server)]));
  const clients = new Map<number, ProcessEntry[]>(servers.map(({ pid }) => [pid, []]));
  let isSomebodyUnknown = false;
  for (const client of own.filter(({ command, tty }) => tty !== null && clientTitle.test(command))) {
    const server = servers.find(({ pid, parentPid }) => parentPid === client.pid || names.get(pid) === wanted(client));
    const found = server ?? (servers.length === 1 && wanted(client) === null ? servers[0] : undefined);
    if (found) clients.get(found.pid)?.push(client);
    else isSomebodyUnknown = true;
  }
  return servers.map((process) => ({
    process,
    name: names.get(process.pid) ?? '',
    clients: isSomebodyUnknown ? null : (clients.get(process.pid) ?? []),
  }));
};

/** `-S name`, also at the end of other letters: `-dmS name`. */
const nameOf = ({ pid, command }: ProcessEntry): string =>
  /\s-(?:[a-zA-Z]*S\s+|S)(\S+)/.exec(command)?.[1] ?? String(pid);

/** Which server a client asked for: `screen -r work`, `-x 5102.work`, `-S work`; null when it did not say. */
const wanted = ({ command }: ProcessEntry): string | null => {
  const named = /\s-(?:[a-zA-Z]*[SrRx]\s+|S)(?!-)(\S+)/.exec(command)?.[1];
  if (named === undefined) return null;
  return /^\d+\.(.+)$/.exec(named)?.[1] ?? named;
};
