import { nearestAbove } from '../processes/process-ancestry';
import type { ProcessTable } from '../processes/process-list';
import { editorServerRow } from './editor-servers';
import type { FoundSessions } from './found-sessions';
import { keptSessions } from './session-sightings';

/** The terminals of the programs in each row's security session. */
export interface SessionTerminals {
  of(rowId: string): readonly string[];
}

/** Longer than anybody's list of windows. */
const mostTerminals = 200;

/**
 * Sorts the terminals of all processes by the nearest login, server or agent above them. A shell in a screen window or in
 * an editor has a terminal that is not the login's, and this is how a report from there finds its row.
 */
export const sortTerminals = (processes: ProcessTable, rows: ReadonlyMap<number, string>): SessionTerminals => {
  const nearest = nearestAbove(processes, ({ pid }) => rows.has(pid));
  const terminals = new Map<string, Set<string>>();
  for (const { pid, tty } of processes.values()) {
    const row = tty === null ? undefined : rows.get(nearest(pid)?.pid ?? 0);
    if (tty === null || row === undefined) continue;
    const known = terminals.get(row) ?? new Set();
    if (known.size < mostTerminals) known.add(tty);
    terminals.set(row, known);
  }
  return { of: (rowId) => [...(terminals.get(rowId) ?? [])] };
};

/** The rows that a security session can be told by, by the pid of the process that keeps it. */
export const rowsByPid = (
  found: Pick<
    FoundSessions,
    | ('logins' | 'tmuxServers' | 'screens' | 'moshServers' | 'agents')
    | ('multiplexers' | 'editorServers' | 'otherLogins' | 'jobs')
  >,
): ReadonlyMap<number, string> =>
  new Map<number, string>([
    ...found.editorServers.flatMap((server) =>
      server.login === null ? [[server.process.pid, editorServerRow(server).id] as const] : [],
    ),
    ...found.logins.flatMap(({ pid }) => (pid === null ? [] : [[pid, `ssh:${pid}`] as const])),
    ...keptSessions(found).map(({ process: { pid }, id }) => [pid, id] as const),
    ...found.tmuxServers.flatMap(({ pid, socket }) => (pid === null ? [] : [[pid, `tmux-server:${socket}`] as const])),
  ]);
