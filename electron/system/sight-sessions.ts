import type { AgentDaemon } from './agent-daemons';
import type { SessionSighting } from './doors';
import { findEditorServers } from './editor-servers';
import type { MacHost } from './host';
import { createLineage, type Holder, type Lineage } from './lineage';
import { findOwnSession, peerOf } from './own-session';
import type { KeptOfEnvironment } from './process-environments';
import type { ProcessEntry, ProcessTable } from './process-list';
import type { ScreenServer } from './screen-servers';
import { boundRows } from './session-bounds';
import { boundedName } from './session-names';
import { sightAgent, sightEditorServer, sightMosh, sightScreen, sightSshLogin } from './session-sightings';
import { rowsByPid, type SessionTerminals, sortTerminals } from './session-terminals';
import type { SshLogin } from './ssh-logins';
import type { TmuxServer } from './tmux-servers';
import { sightTmuxServer, sightUnreachableTmux, tmuxHolder } from './tmux-sightings';

/** Everything that one look has found, before it is said where each was born. */
export interface FoundSessions {
  readonly processes: ProcessTable;
  readonly logins: readonly SshLogin[];
  readonly tmuxServers: readonly TmuxServer[];
  /** Processes that look like tmux servers and were not met on any socket. */
  readonly unreachableTmux: readonly ProcessEntry[];
  readonly screens: readonly ScreenServer[];
  readonly moshServers: readonly ProcessEntry[];
  readonly agents: readonly AgentDaemon[];
  /** By pid, of those that were asked. */
  readonly environments: ReadonlyMap<number, KeptOfEnvironment>;
  readonly desktopSessionId: string | null;
}

/** What was found as rows: SSH logins first, then what lives longer than they do. */
export const sightSessions = (host: MacHost, found: FoundSessions): readonly SessionSighting[] => {
  const { processes, logins, environments } = found;
  const environmentOf = (pid: number) => environments.get(pid) ?? notAsked;
  const moshPeer = (pid: number): string | null => {
    const { known } = environmentOf(pid);
    return known.kind === 'read' ? known.marks.sshPeer : null;
  };
  const lineage = createLineage({ ...found, holders: holdersOf(found, environmentOf), moshPeer });
  const own = findOwnSession(host, process.pid, found);
  const rowsOfServers = serverRows(host, found, lineage, environmentOf, moshPeer);
  const editors = findEditorServers(processes, host.uid, lineage.loginAbove).map((server) => ({
    ...sightEditorServer(server, host.userName),
    // It lives in the login's security session.
    isThisSession: own?.kind === 'ssh' && own.login.pid === server.login.pid,
  }));
  const rows = [
    ...logins.map((login) => sightSshLogin(login, own?.kind === 'ssh' && own.login === login, peerOf(host))),
    ...rowsOfServers.map((row) => ({ ...row, isThisSession: own?.kind === 'server' && own.id === row.id })),
    ...editors,
  ];
  const terminals = sortTerminals(processes, rowsByPid(found));
  return boundRows(rows, host.userName).map((row) => ({ ...row, terminals: terminalsOf(row, terminals) }));
};

/** An editor's server has no session of its own: it lives in that of its login. */
const terminalsOf = ({ id, kind, tty }: SessionSighting, terminals: SessionTerminals): readonly string[] => {
  const keeper = kind === 'editor-server' ? `ssh:${id.slice(id.lastIndexOf(':') + 1)}` : id;
  return [...new Set([...(tty?.split(',') ?? []), ...terminals.of(keeper)])];
};

type EnvironmentOf = (pid: number) => KeptOfEnvironment;

const notAsked: KeptOfEnvironment = {
  known: { kind: 'hidden', reason: 'its environment was not read yet' },
  tmuxFolder: null,
};

const holdersOf = (found: FoundSessions, environmentOf: EnvironmentOf): ReadonlyMap<number, Holder> => {
  const screenLabel = (name: string) => `the screen session “${boundedName(name)}”`;
  return new Map<number, Holder>([
    ...found.tmuxServers.flatMap((server) => (server.pid === null ? [] : [[server.pid, tmuxHolder(server)] as const])),
    ...found.unreachableTmux.map(
      ({ pid }) => [pid, { label: `the tmux server with pid ${pid}`, known: environmentOf(pid).known }] as const,
    ),
    ...found.screens.map(
      ({ process: { pid }, name }) => [pid, { label: screenLabel(name), known: environmentOf(pid).known }] as const,
    ),
  ]);
};

const serverRows = (
  { userName }: MacHost,
  found: FoundSessions,
  lineage: Lineage,
  environmentOf: EnvironmentOf,
  moshPeer: (pid: number) => string | null,
): readonly Omit<SessionSighting, 'isThisSession'>[] => {
  const birthOf = (pid: number) => lineage.birthOf(pid, environmentOf(pid).known);
  return [
    ...found.tmuxServers.map((server) => sightTmuxServer(server, userName, found.processes, lineage)),
    ...found.unreachableTmux.map((entry) => sightUnreachableTmux(entry, userName, birthOf(entry.pid))),
    ...found.screens.map((screen) => sightScreen(screen, userName, birthOf(screen.process.pid), lineage)),
    ...found.moshServers.map((server) => sightMosh(server, userName, moshPeer(server.pid))),
    ...found.agents.map((agent) => sightAgent(agent, userName, birthOf(agent.process.pid))),
  ];
};
