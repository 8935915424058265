import type { MacHost } from '../mac/host';
import { toMacPath } from '../mac/mac-path';
import { ancestry } from '../processes/process-ancestry';
import type { FoundSessions } from './found-sessions';
import { rowsByPid } from './session-terminals';
import type { SshLogin } from './ssh-logins';

/** The remote session that this very process runs inside, as far as it can tell; null when in none or not to be told. */
export type OwnSession =
  | { readonly kind: 'ssh'; readonly login: SshLogin }
  /** @see SessionSighting.id */
  | { readonly kind: 'server'; readonly id: string };

type Found = Parameters<typeof rowsByPid>[0] & Pick<FoundSessions, 'processes'>;

/**
 * By our own line of ancestors first: it cannot be wrong. Only where that leads nowhere, by what the shell told us: TMUX
 * and STY (a pane keeps its server's security session, whatever its SSH variables say), SSH_TTY, then the peer in
 * SSH_CONNECTION if only one login comes from there.
 */
export const findOwnSession = (host: MacHost, ownPid: number, found: Found): OwnSession | null =>
  byAncestors(host, ownPid, found) ?? byServerVariables(host, found) ?? byLoginVariables(host, found.logins);

const byAncestors = (host: MacHost, ownPid: number, found: Found): OwnSession | null => {
  // The simulated Mac lists its own processes, among which ours is not; a number could only be the same by chance.
  if (host.kind !== 'macos') return null;
  const loginByPid = new Map(found.logins.map((login) => [login.pid, login]));
  const rows = rowsByPid(found);
  for (const { pid } of ancestry(found.processes, ownPid)) {
    const login = loginByPid.get(pid);
    if (login) return { kind: 'ssh', login };
    const id = rows.get(pid);
    if (id !== undefined) return { kind: 'server', id };
  }
  return null;
};

const byServerVariables = (host: MacHost, { tmuxServers, screens }: Found): OwnSession | null => {
  const { TMUX, STY } = host.environment;
  const socket = TMUX?.replace(/,\d+,\d+$/, '');
  const tmux = socket && tmuxServers.find((server) => server.socket === toMacPath(host, socket));
  if (tmux) return { kind: 'server', id: `tmux-server:${tmux.socket}` };
  const screen = screens.find(({ process: { pid } }) => STY?.startsWith(`${pid}.`));
  return screen ? { kind: 'server', id: `screen:${screen.process.pid}` } : null;
};

const byLoginVariables = (host: MacHost, logins: readonly SshLogin[]): OwnSession | null => {
  const { SSH_TTY, SSH_CONNECTION } = host.environment;
  const own = logins.filter(({ user }) => user === host.userName);
  const byTty = SSH_TTY ? own.find(({ ttys }) => ttys.includes(SSH_TTY.replace(/^\/dev\//, ''))) : undefined;
  if (byTty) return { kind: 'ssh', login: byTty };
  if (!SSH_CONNECTION) return null;
  const candidates = own.filter(({ from }) => from === peerOf(host));
  const fromUnknown = own.filter(({ from }) => from === null);
  const [only] = candidates.length > 0 ? candidates : fromUnknown;
  const isUnique = candidates.length === 1 || (candidates.length === 0 && fromUnknown.length === 1);
  return only && isUnique ? { kind: 'ssh', login: only } : null;
};

/** SSH_CONNECTION is "client address, client port, server address, server port". */
export const peerOf = ({ environment }: MacHost): string | null =>
  environment.SSH_CONNECTION?.trim().split(/\s+/)[0] || null;
