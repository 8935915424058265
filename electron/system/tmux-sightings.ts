import type { SessionSighting } from './doors';
import { ancestry, type ProcessTable } from './process-list';
import { isRemoteOrigin, type SshLogin } from './ssh-logins';
import type { TmuxServer } from './tmux-servers';

/** What a tmux server is a session of: born where its first client was, for as long as it lives. */
export const sightTmuxServer = (
  server: TmuxServer,
  user: string,
  processes: ProcessTable,
  logins: readonly SshLogin[],
  isThisSession: boolean,
): SessionSighting => {
  const startedAt = server.pid === null ? undefined : processes.get(server.pid)?.startedAt;
  const remoteTtys = new Set(logins.flatMap(({ ttys }) => ttys));
  const isRemote = ({ pid, tty }: TmuxServer['clients'][number]) =>
    remoteTtys.has(tty) || comesFromRemote(processes, pid);
  return {
    id: `tmux-server:${server.socket}`,
    kind: 'tmux-server',
    user,
    ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt).toISOString() }),
    ...origin(server, processes),
    attachedClients: server.clients.length,
    remoteClients: server.clients.filter(isRemote).length,
    isThisSession,
  };
};

type Origin = Pick<SessionSighting, 'bornIn' | 'from' | 'grounds'>;

const origin = ({ bornWith, pid }: TmuxServer, processes: ProcessTable): Origin => {
  if (bornWith !== 'unreadable' && bornWith.sshConnection !== null) {
    const [from] = bornWith.sshConnection.trim().split(/\s+/);
    const grounds = 'its environment names the SSH connection it was started over';
    return { bornIn: 'ssh', grounds, ...(from ? { from } : {}) };
  }
  if (pid !== null && comesFromRemote(processes, pid)) {
    return { bornIn: 'ssh', grounds: 'it runs under a remote login' };
  }
  if (bornWith === 'unreadable') return { bornIn: 'unknown', grounds: 'its environment could not be read' };
  return { bornIn: 'desktop', grounds: 'its environment names no SSH connection' };
};

const comesFromRemote = (processes: ProcessTable, pid: number): boolean =>
  ancestry(processes, pid).some(({ command }) => isRemoteOrigin(command));
