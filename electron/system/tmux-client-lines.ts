/** A client attached to a tmux server. */
export interface TmuxClient {
  readonly pid: number;
  /** `ttys003`. */
  readonly tty: string;
}

/** Fields are parted by spaces: in the C locale tmux prints every tab as an underscore (tmux `utf8.c`, utf8_sanitize). */
export const clientFormat = '#{client_pid} #{client_tty}';

/** Reads `list-clients` in that format; null when a line is anything else. */
export const parseTmuxClients = (stdout: string): readonly TmuxClient[] | null => {
  const clients: TmuxClient[] = [];
  for (const line of stdout.split('\n')) {
    if (line.trim() === '') continue;
    const match = /^(\d+) (\S+)\s*$/.exec(line);
    if (!match) return null;
    clients.push({ pid: Number(match[1]), tty: (match[2] ?? '').replace(/^\/dev\//, '') });
  }
  return clients;
};
