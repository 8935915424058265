import { outsidePid, outsideSeconds } from '../../core/time/outside-numbers';

/** A client attached to a tmux server. */
export interface TmuxClient {
  readonly pid: number;
  /** `ttys003`; empty for a client without a terminal. */
  readonly tty: string;
}

/** What a server lists of itself. */
export interface TmuxListing {
  /** Null for a server without sessions, which tells nothing of itself. */
  readonly pid: number | null;
  /** Milliseconds since 1970; null where tmux is too old to tell, or tells no time. */
  readonly startedAt: number | null;
  readonly sessionNames: readonly string[];
  readonly clients: readonly TmuxClient[];
}

/**
 * Sessions and clients in one call. Fields are parted by spaces, and `-u` asks for names as they are: without it tmux
 * prints every character beyond ASCII, and every tab, as an underscore (tmux `utf8.c`, utf8_sanitize). None of these
 * commands starts a server (tmux CMD_STARTSERVER).
 */
export const listingCommands: readonly string[] = [
  ...['list-sessions', '-F', 'session #{pid} #{start_time} #{session_name}', ';'],
  ...['list-clients', '-F', 'client #{client_pid} #{client_tty}'],
];

/** Reads what `listingCommands` print; null when a line is anything else. */
export const parseTmuxListing = (stdout: string): TmuxListing | null => {
  let pid: number | null = null;
  let startedAt: number | null = null;
  const sessionNames: string[] = [];
  const clients: TmuxClient[] = [];
  for (const line of stdout.split('\n')) {
    if (line === '') continue;
    const session = /^session (\d+) (\d*) (.*)$/.exec(line);
    const client = /^client (\d+) (\S*)\s*$/.exec(line);
    if (session) {
      pid = outsidePid(session[1]);
      startedAt = outsideSeconds(session[2]);
      sessionNames.push(session[3] ?? '');
    } else if (client) {
      const clientPid = outsidePid(client[1]);
      // What is no process is no client.
      if (clientPid !== null) clients.push({ pid: clientPid, tty: (client[2] ?? '').replace(/^\/dev\//, '') });
    } else return null;
  }
  return { pid, startedAt, sessionNames, clients };
};

/** What came of asking for a variable of the server's own environment. */
export type TmuxVariable = { readonly value: string | null } | 'unreadable';

/** `show-environment -g NAME`: `NAME=…`; `-NAME` where it was removed; exit 1 and "unknown variable" where it never was. */
export const parseTmuxVariable = (
  name: string,
  answer: { readonly code: number; readonly stdout: string; readonly stderr: string },
): TmuxVariable => {
  if (answer.code === 0) {
    const lines = answer.stdout.split('\n');
    const set = lines.find((line) => line.startsWith(`${name}=`));
    if (set !== undefined) return { value: set.slice(name.length + 1) || null };
    return lines.some((line) => line.trim() === `-${name}`) ? { value: null } : 'unreadable';
  }
  return /unknown variable/.test(answer.stderr + answer.stdout) ? { value: null } : 'unreadable';
};

/** Nobody listens on that socket any more. */
export const saysNoServer = (stderr: string): boolean => /no server running on|error connecting to/.test(stderr);
