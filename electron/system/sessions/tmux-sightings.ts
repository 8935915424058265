import { basename } from 'node:path/posix';
import type { ProcessTable } from '../processes/process-list';
import type { Holder, Lineage } from './lineage';
import { boundedName, joinedNames } from './session-names';
import { countClients, type Row, startedAt } from './session-sightings';
import type { TmuxServer } from './tmux-servers';

/** What a person calls a server: the sessions that somebody has named (tmux itself only counts), else its socket. */
const nameOf = ({ sessionNames, socket }: TmuxServer): string => {
  const named = sessionNames.filter((name) => !/^\d+$/.test(name));
  return named.length > 0 ? joinedNames(named) : boundedName(basename(socket));
};

export const tmuxHolder = (server: TmuxServer): Holder => ({
  label: `the tmux server “${nameOf(server)}”`,
  known: server.known,
  socket: server.socket,
});

/**
 * What a tmux server is a session of: born where its first client was, for as long as it lives. One that does not answer
 * but still stands in the process list stays what it was, without its clients; of one that is not in the list nothing is
 * known any more.
 */
export const sightTmuxServer = (server: TmuxServer, user: string, processes: ProcessTable, lineage: Lineage): Row => {
  const { pid, silence, refusal } = server;
  const started = (pid === null ? undefined : processes.get(pid)?.startedAt) ?? server.startedAt;
  const isThere = silence === null || (pid !== null && processes.has(pid));
  const birth =
    refusal !== undefined
      ? ({ bornIn: 'unknown', grounds: refusal } as const)
      : isThere
        ? lineage.birthOf(pid, server.known)
        : ({ bornIn: 'unknown', grounds: `it does not answer (${silence})` } as const);
  return {
    id: `tmux-server:${server.socket}`,
    kind: 'tmux-server',
    name: nameOf(server),
    user,
    ...startedAt(started),
    ...birth,
    ...(silence === null && refusal === undefined ? countClients(server.clients, lineage) : {}),
    ...(silence === null ? {} : { unreadBecause: `The tmux server “${nameOf(server)}” cannot be asked: ${silence}.` }),
  };
};
