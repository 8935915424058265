import { findAgentDaemons } from './agent-daemons';
import { backgroundAgents, createSessionFileReader, ownConfigFolders } from './agent-session-files';
import type { BoundedTools } from './bounded-tools';
import type { SessionSighting } from './doors';
import type { MacHost } from './host';
import { readLoginRecords } from './login-records';
import { toMacPath } from './mac-path';
import { findMoshServers } from './mosh-servers';
import { nearestAbove } from './process-ancestry';
import { createEnvironmentReader } from './process-environments';
import { type ProcessEntry, type ProcessTable, readProcesses } from './process-list';
import { findScreenServers } from './screen-servers';
import { type FoundSessions, sightSessions } from './sight-sessions';
import { findSshLogins, isRemoteOrigin, loginsByRecord } from './ssh-logins';
import { crowdOf, processesLikeTmuxServers, socketsNamedByProcesses } from './tmux-processes';
import { createTmuxReader, type TmuxServer } from './tmux-servers';
import { socketFolder } from './tmux-sockets';

/**
 * Finds, in one pass over `ps`, the SSH logins of everybody (each row names its user) and this user's tmux servers, screen
 * sessions, mosh servers, editor servers and agents in the background. Nothing is asked inside them but tmux, which
 * answers without starting anything. What never changes in the life of a server is asked once and remembered.
 */
export const createRemoteSessionReader = (
  host: MacHost,
  tools: BoundedTools,
): (() => Promise<readonly SessionSighting[]>) => {
  const desktopSessionId = desktopSessionIdOf(host);
  const readTmux = createTmuxReader(host, tools, desktopSessionId);
  const readSessions = createSessionFileReader(host);
  const readEnvironments = createEnvironmentReader(tools);
  const tmuxFolders = new Set(tmuxParents(host).map((parent) => socketFolder(host, parent)));

  return async () => {
    const [table, records] = await Promise.all([readProcesses(tools), readLoginRecords(tools)]);
    const processes: ProcessTable = table ?? new Map();
    const crowd = crowdOf(processes, host.uid);
    const [answering, claudeSessions] = await Promise.all([
      readTmux(tmuxFolders, socketsNamedByProcesses(host, processes), crowd),
      readSessions(processes, ownConfigFolders(host)),
    ]);
    const unmatched = withoutServers(processesLikeTmuxServers(processes, host.uid), answering);
    const found = {
      processes,
      logins: table ? findSshLogins(table, records) : loginsByRecord(records),
      screens: findScreenServers(processes, host.uid),
      moshServers: findMoshServers(processes, host.uid),
      agents: findAgentDaemons(processes, host.uid, backgroundAgents(claudeSessions)),
    };
    const environments = await readEnvironments(toBeAsked(found, unmatched));
    // A TMUX_TMPDIR that the user's shell exports is unknown to an application; the servers themselves know it.
    const more = unmatched.flatMap(({ pid }) => environments.get(pid)?.tmuxFolder ?? []);
    const newFolders = more.map((parent) => socketFolder(host, toMacPath(host, parent)));
    const unvisited = newFolders.filter((folder) => !tmuxFolders.has(folder));
    for (const folder of unvisited) tmuxFolders.add(folder);
    const elsewhere = unvisited.length === 0 ? [] : await readTmux(unvisited, [], crowd);
    const tmuxServers = [...answering, ...elsewhere];
    const unreachableTmux = withoutServers(unmatched, elsewhere);
    return sightSessions(host, { ...found, tmuxServers, unreachableTmux, environments, desktopSessionId });
  };
};

/** Apps launched by launchd do not get the shell's TMUX_TMPDIR; a command line does. */
const tmuxParents = (host: MacHost): readonly string[] => {
  const { TMUX_TMPDIR } = host.environment;
  return ['/private/tmp', ...(TMUX_TMPDIR ? [toMacPath(host, TMUX_TMPDIR)] : [])];
};

/** This process knows the number of the desktop's session only when it is in it: not over SSH, not inside tmux. */
const desktopSessionIdOf = ({ environment }: MacHost): string | null =>
  environment.SSH_CONNECTION || environment.TMUX ? null : environment.SECURITYSESSIONID || null;

const withoutServers = (candidates: readonly ProcessEntry[], servers: readonly TmuxServer[]) => {
  const pids = new Set(servers.map(({ pid }) => pid));
  return candidates.filter(({ pid }) => !pids.has(pid));
};

/** Whose environment is wanted: of mosh for where it comes from, of the rest where no ancestor tells where they were born. */
const toBeAsked = (
  { processes, screens, moshServers, agents }: Pick<FoundSessions, 'processes' | 'screens' | 'moshServers' | 'agents'>,
  unmatchedTmux: readonly ProcessEntry[],
): readonly ProcessEntry[] => {
  const remoteAbove = nearestAbove(processes, ({ command }) => isRemoteOrigin(command));
  const orphans = [...screens, ...agents].map(({ process }) => process).filter(({ pid }) => remoteAbove(pid) === null);
  return [...unmatchedTmux, ...orphans, ...moshServers];
};
