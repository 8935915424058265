import type { BoundedTools } from './bounded-tools';
import type { SessionSighting } from './doors';
import type { MacHost } from './host';
import { readLoginRecords } from './login-records';
import { findOwnSession, type OwnSession } from './own-session';
import { type ProcessTable, readProcesses } from './process-list';
import { findSshLogins, loginsByRecord, type SshLogin } from './ssh-logins';
import { readTmuxServers } from './tmux-servers';
import { sightTmuxServer } from './tmux-sightings';

/** The SSH logins of everybody (each row names its user) and this user's tmux servers. Nothing is asked inside them. */
export const readRemoteSessions = async (host: MacHost, tools: BoundedTools): Promise<readonly SessionSighting[]> => {
  const [table, records, servers] = await Promise.all([
    readProcesses(tools),
    readLoginRecords(tools),
    readTmuxServers(host, tools),
  ]);
  const processes: ProcessTable = table ?? new Map();
  const logins = table ? findSshLogins(table, records) : loginsByRecord(records);
  const own = findOwnSession(host, process.pid, processes, logins, servers);
  return [
    ...logins.map((login) => sightSshLogin(login, own)),
    ...servers.map((server) => {
      const isOwn = own?.kind === 'tmux' && own.socket === server.socket;
      return sightTmuxServer(server, host.userName, processes, logins, isOwn);
    }),
  ];
};

const sightSshLogin = (login: SshLogin, own: OwnSession | null): SessionSighting => {
  const isThisSession = own?.kind === 'ssh' && own.login === login;
  const from = login.from ?? (isThisSession ? own.from : null);
  return {
    id: `ssh:${login.pid ?? login.ttys.join(',')}`,
    kind: 'ssh',
    user: login.user,
    ...(login.ttys.length === 0 ? {} : { tty: login.ttys.join(',') }),
    ...(from === null ? {} : { from }),
    ...(login.startedAt === null ? {} : { startedAt: new Date(login.startedAt).toISOString() }),
    bornIn: 'ssh',
    grounds: login.pid === null ? 'it is recorded as a login from elsewhere' : 'sshd started it',
    isThisSession,
  };
};
