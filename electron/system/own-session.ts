import type { MacHost } from './host';
import { ancestry, type ProcessTable } from './process-list';
import type { SshLogin } from './ssh-logins';
import type { TmuxServer } from './tmux-servers';

/** The remote session that this very process runs inside, as far as it can tell; null when in none or not to be told. */
export type OwnSession =
  | { readonly kind: 'ssh'; readonly login: SshLogin; readonly from: string | null }
  | { readonly kind: 'tmux'; readonly socket: string };

/**
 * By our own line of ancestors first: it cannot be wrong. Only where that leads nowhere, by what the shell told us: TMUX
 * (a pane keeps its server's security session, whatever its SSH variables say), SSH_TTY, then the peer in SSH_CONNECTION
 * if only one login comes from there.
 */
export const findOwnSession = (
  host: MacHost,
  ownPid: number,
  processes: ProcessTable,
  logins: readonly SshLogin[],
  servers: readonly TmuxServer[],
): OwnSession | null => {
  // The simulated Mac lists its own processes, among which ours is not; a number could only be the same by chance.
  const line = host.kind === 'macos' ? ancestry(processes, ownPid) : [];
  for (const { pid } of line) {
    const server = servers.find((one) => one.pid === pid);
    if (server) return { kind: 'tmux', socket: server.socket };
    const login = logins.find((one) => one.pid === pid);
    if (login) return { kind: 'ssh', login, from: login.from ?? peerOf(host) };
  }
  const { TMUX, SSH_TTY, SSH_CONNECTION } = host.environment;
  const socket = TMUX?.split(',')[0];
  const inServer = servers.find((one) => one.socket === socket);
  if (inServer) return { kind: 'tmux', socket: inServer.socket };
  const own = logins.filter(({ user }) => user === host.userName);
  const byTty = SSH_TTY ? own.find(({ ttys }) => ttys.includes(SSH_TTY.replace(/^\/dev\//, ''))) : undefined;
  if (byTty) return { kind: 'ssh', login: byTty, from: byTty.from ?? peerOf(host) };
  if (!SSH_CONNECTION) return null;
  const candidates = own.filter(({ from }) => from === peerOf(host));
  const fromUnknown = own.filter(({ from }) => from === null);
  const [only] = candidates.length > 0 ? candidates : fromUnknown;
  const isUnique = candidates.length === 1 || (candidates.length === 0 && fromUnknown.length === 1);
  return only && isUnique ? { kind: 'ssh', login: only, from: only.from ?? peerOf(host) } : null;
};

/** SSH_CONNECTION is "client address, client port, server address, server port". */
const peerOf = ({ environment }: MacHost): string | null => environment.SSH_CONNECTION?.trim().split(/\s+/)[0] || null;
