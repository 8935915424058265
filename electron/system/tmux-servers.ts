import { readdir, stat } from 'node:fs/promises';
import type { BoundedTools } from './bounded-tools';
import type { MacHost } from './host';
import { onDisk } from './host';
import { clientFormat, parseTmuxClients, type TmuxClient } from './tmux-client-lines';

/** A tmux server of this user that answers. */
export interface TmuxServer {
  readonly socket: string;
  /** Null when it did not tell. */
  readonly pid: number | null;
  readonly clients: readonly TmuxClient[];
  /** SSH_CONNECTION in the environment that the server was started with. */
  readonly bornWith: { readonly sshConnection: string | null } | 'unreadable';
}

const mostSockets = 16;

/** The tmux servers of this user. Asking never starts one: none of these commands does (tmux CMD_STARTSERVER). */
export const readTmuxServers = async (host: MacHost, tools: BoundedTools): Promise<readonly TmuxServer[]> => {
  const sockets = await findSockets(host);
  const tmux = sockets.length === 0 ? null : await findTmux(host);
  if (tmux === null) return [];
  const servers = await Promise.all(sockets.map((socket) => readServer(tools, tmux, socket)));
  return servers.filter((server) => server !== null);
};

const findSockets = async (host: MacHost): Promise<readonly string[]> => {
  const folder = `${host.environment.TMUX_TMPDIR || '/private/tmp'}/tmux-${host.uid}`;
  try {
    const names = await readdir(onDisk(host, folder));
    return names
      .sort()
      .slice(0, mostSockets)
      .map((name) => `${folder}/${name}`);
  } catch {
    return [];
  }
};

/** By absolute path: what a GUI application finds on its PATH is not what the user's shell finds. */
const findTmux = async (host: MacHost): Promise<string | null> => {
  const candidates = [
    '/opt/homebrew/bin/tmux',
    '/usr/local/bin/tmux',
    '/opt/local/bin/tmux',
    `${host.homeFolder}/.nix-profile/bin/tmux`,
    `/etc/profiles/per-user/${host.userName}/bin/tmux`,
    '/run/current-system/sw/bin/tmux',
    '/nix/var/nix/profiles/default/bin/tmux',
  ];
  for (const candidate of candidates) {
    const isFile = await stat(onDisk(host, candidate)).then(
      (found) => found.isFile(),
      () => false,
    );
    if (isFile) return candidate;
  }
  return null;
};

/** Null for a socket that nobody listens on any more. */
const readServer = async (tools: BoundedTools, tmux: string, socket: string): Promise<TmuxServer | null> => {
  const ask = (...args: string[]) => tools.ask(tmux, ['-S', socket, ...args], `tmux ${socket}`);
  const listed = await ask('list-clients', '-F', clientFormat);
  if (!listed.ok || listed.code !== 0) return null;
  const clients = parseTmuxClients(listed.stdout);
  if (clients === null) return null;
  const told = await ask('list-sessions', '-F', '#{pid}');
  const pid = told.ok && told.code === 0 ? /^(\d+)\s*$/m.exec(told.stdout)?.[1] : undefined;
  const named = await ask('show-environment', '-g', 'SSH_CONNECTION');
  const bornWith = named.ok ? parseSshConnection(named) : 'unreadable';
  return { socket, pid: pid === undefined ? null : Number(pid), clients, bornWith };
};

/** `SSH_CONNECTION=…`; `-SSH_CONNECTION` where it was removed; exit 1 and "unknown variable" where it never was. */
export const parseSshConnection = (answer: {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}): TmuxServer['bornWith'] => {
  if (answer.code === 0) {
    const match = /^SSH_CONNECTION=(.*)$/m.exec(answer.stdout);
    if (match) return { sshConnection: match[1] || null };
    return /^-SSH_CONNECTION\s*$/m.test(answer.stdout) ? { sshConnection: null } : 'unreadable';
  }
  return /unknown variable/.test(answer.stderr + answer.stdout) ? { sshConnection: null } : 'unreadable';
};
