import type { Outcome } from '../../core/outcome';
import type { SessionsReading } from '../../core/state/readings';
import type { Reading } from '../../core/words/reading';
import type { SessionAttributes, SessionSighting } from '../../core/words/session';
import type { BoundedTools } from '../children/bounded-tools';
import type { MacHost } from '../mac/host';
import { toMacPath } from '../mac/mac-path';
import { type ProcessEntry, type ProcessTable, readProcesses } from '../processes/process-list';
import { findAgentDaemons } from './agent-daemons';
import { backgroundAgents, createSessionFileReader, ownConfigFolders } from './agent-session-files';
import { createDesktopSessionReader } from './desktop-session';
import { findServers, jobsToBeAsked, toBeAsked } from './found-servers';
import { createLaunchdPlaces } from './launchd-domains';
import { createLoginRecordReader, type LoginRecord } from './login-records';
import { createEnvironmentReader } from './process-environments';
import { sightSessions } from './sight-sessions';
import { findSshLogins, loginsByRecord } from './ssh-logins';
import { crowdOf, processesLikeTmuxServers, socketsNamedByProcesses } from './tmux-processes';
import { createTmuxReader, type TmuxServer } from './tmux-servers';
import { socketFolder } from './tmux-sockets';

/** Whom a search for remote sessions asks again (`who`, tmux): those of whom something tells that they changed, or all. Default: all. */
export type SessionsAsking = 'what-changed' | 'everything';

interface RemoteSessionOptions {
  readonly readSecuritySession: () => Promise<Outcome<SessionAttributes>>;
  /** Takes the pass over the processes. Default: one of its own. */
  readonly readTable?: () => Promise<Reading<ProcessTable>>;
  /** Default: root. */
  readonly sshdUid?: number;
}

/**
 * Finds, in one pass over `ps`, the SSH logins of everybody (each row names its user) and this user's tmux servers, screen
 * sessions and what is like them, mosh servers, editor servers, logins by other ways, jobs and agents in the background. Nothing is asked inside them but tmux, which
 * answers without starting anything. What never changes in the life of a server is asked once and remembered, and nobody
 * is asked again while nothing tells of a change.
 *
 * @returns `everything`: who answered before is asked again as well, for somebody wants to know or the Mac has just woken.
 */
export const createRemoteSessionReader = (
  host: MacHost,
  tools: BoundedTools,
  { readSecuritySession, readTable = () => readProcesses(tools), sshdUid }: RemoteSessionOptions,
): ((asking?: SessionsAsking) => Promise<SessionsReading>) => {
  const readDesktopSession = createDesktopSessionReader(host, tools, readSecuritySession);
  const readTmux = createTmuxReader(host, tools, readDesktopSession);
  const readRecords = createLoginRecordReader(host, tools);
  const owners = { userName: host.userName, uid: host.uid, ...(sshdUid === undefined ? {} : { sshdUid }) };
  const readSessions = createSessionFileReader(host);
  const readEnvironments = createEnvironmentReader(tools);
  const readPlaces = createLaunchdPlaces(host, tools);
  const tmuxFolders = new Set(tmuxParents(host).map((parent) => socketFolder(host, parent)));

  return async (asking = 'everything') => {
    const isAnew = asking === 'everything';
    const [table, desktopSessionId] = await Promise.all([readTable(), readDesktopSession()]);
    const records = await readRecords(table, isAnew);
    const processes: ProcessTable = table.kind === 'read' ? table.value : new Map();
    const crowd = crowdOf(processes, host.uid);
    const [tmux, claude] = await Promise.all([
      readTmux(tmuxFolders, socketsNamedByProcesses(host, processes), { crowd, isAnew }),
      readSessions(processes, ownConfigFolders(host)),
    ]);
    const unmatched = withoutServers(processesLikeTmuxServers(processes, host.uid), tmux.servers);
    const logins =
      table.kind === 'read'
        ? findSshLogins(table.value, recordsOf(records), owners)
        : loginsByRecord(recordsOf(records));
    const found = {
      processes,
      logins,
      ...findServers(processes, logins, [...unmatched, ...tmux.servers], owners),
      agents: findAgentDaemons(processes, host.uid, backgroundAgents(claude.sessions)),
    };
    const { environments, problem } = await readEnvironments(toBeAsked(found, unmatched, owners));
    const launchdPlaces = await readPlaces(jobsToBeAsked(found, environments, desktopSessionId));
    // A TMUX_TMPDIR that the user's shell exports is unknown to an application; the servers themselves know it.
    const more = unmatched.flatMap(({ pid }) => environments.get(pid)?.tmuxFolder ?? []);
    const newFolders = more.map((parent) => socketFolder(host, toMacPath(host, parent)));
    const unvisited = newFolders.filter((folder) => !tmuxFolders.has(folder));
    for (const folder of unvisited) tmuxFolders.add(folder);
    const elsewhere =
      unvisited.length === 0 ? { servers: [], doubts: [] } : await readTmux(unvisited, [], { crowd, isAnew });
    const tmuxServers = [...tmux.servers, ...elsewhere.servers];
    const unreachableTmux = withoutServers(unmatched, elsewhere.servers);
    const rows = sightSessions(host, {
      ...found,
      ...owners,
      tmuxServers,
      unreachableTmux,
      environments,
      launchdPlaces,
      desktopSessionId,
    });
    if (table.kind === 'unread') return { kind: 'unread', reason: table.reason, found: rows };
    const value = records.kind === 'read' ? rows : rows.map((row) => withoutRecord(row, records.reason));
    const doubts = [
      ...(records.kind === 'read' ? [] : [records.reason]),
      ...tmux.doubts,
      ...elsewhere.doubts,
      ...claude.unread,
      ...(problem === null ? [] : [problem]),
    ];
    return { kind: 'read', value, doubts };
  };
};

const recordsOf = (records: Reading<readonly LoginRecord[]>): readonly LoginRecord[] =>
  records.kind === 'read' ? records.value : [];

/** Where a login on a terminal comes from only the records tell. */
const withoutRecord = (row: SessionSighting, reason: string): SessionSighting =>
  row.kind === 'ssh' && row.tty !== undefined ? { ...row, unreadBecause: reason } : row;

/** Apps launched by launchd do not get the shell's TMUX_TMPDIR; a command line does. */
const tmuxParents = (host: MacHost): readonly string[] => {
  const { TMUX_TMPDIR } = host.environment;
  return ['/private/tmp', ...(TMUX_TMPDIR ? [toMacPath(host, TMUX_TMPDIR)] : [])];
};

const withoutServers = (candidates: readonly ProcessEntry[], servers: readonly TmuxServer[]) => {
  const pids = new Set(servers.map(({ pid }) => pid));
  return candidates.filter(({ pid }) => !pids.has(pid));
};
