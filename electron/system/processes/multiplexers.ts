import { baseName, invocationOf } from './invocation';
import type { ProcessEntry, ProcessTable } from './process-list';

/** A program like tmux whose server keeps shells for life: one of this user's. */
export interface MultiplexerServer {
  readonly process: ProcessEntry;
  /** "zellij" */
  readonly program: string;
  /** What a person calls it; null where its command does not tell. */
  readonly name: string | null;
}

interface MultiplexerKind {
  readonly program: string;
  /** Base names of its executable. */
  readonly executables: readonly string[];
  /** What the arguments of a server are; else what has no terminal is one: it has left it when it was started. */
  readonly server: RegExp | 'without-terminal';
  /** Its first group is the name, in the arguments. */
  readonly name: RegExp | null;
}

/**
 * How each shows in the process list. A server's command is the one that it was started by, unless it starts itself anew:
 * zellij with `--server` and the path of its socket, which ends in the session's name.
 */
const kinds: readonly MultiplexerKind[] = [
  { program: 'zellij', executables: ['zellij'], server: /^ --server[ =]/, name: /^ --server[ =]\S*\/([^/\s]+)(?: |$)/ },
  { program: 'herdr', executables: ['herdr'], server: /(?:^| )server(?: |$)/, name: /(?: )--session[ =](\S+)/ },
  {
    program: 'WezTerm',
    executables: ['wezterm-mux-server', 'wezterm-mux-server-impl'],
    server: /^/,
    name: null,
  },
  {
    program: 'abduco',
    executables: ['abduco'],
    server: 'without-terminal',
    name: /^(?: -e \S+| -(?!e )[a-zA-Z]+)* (?!-)(\S+)/,
  },
  {
    program: 'dtach',
    executables: ['dtach'],
    server: 'without-terminal',
    name: /^ -[AcnN] (?:\S*\/)?([^/\s]+)(?: |$)/,
  },
  { program: 'shpool', executables: ['shpool'], server: /(?:^| )daemon(?: |$)/, name: null },
  { program: 'tmate', executables: ['tmate'], server: 'without-terminal', name: / -[a-zA-Z]*s[ ]?(\S+)/ },
];

const byExecutable = new Map(kinds.flatMap((kind) => kind.executables.map((name) => [name, kind] as const)));

/** The servers of this user that are like tmux's, told by their commands: nobody is asked. */
export const findMultiplexers = (processes: ProcessTable, uid: number): readonly MultiplexerServer[] => {
  const servers = [...processes.values()].flatMap((process) => {
    const { uid: owner, tty, command } = process;
    const { program, rest } = invocationOf(command);
    const kind = owner === uid ? byExecutable.get(baseName(program)) : undefined;
    if (kind === undefined) return [];
    const isServer = kind.server === 'without-terminal' ? tty === null : kind.server.test(rest);
    const name = kind.name?.exec(rest)?.[1] ?? null;
    return isServer ? [{ process, program: kind.program, name }] : [];
  });
  const pids = new Map(servers.map((server) => [server.process.pid, server.program]));
  // One that has started itself anew is one server.
  return servers.filter(({ process, program }) => pids.get(process.parentPid) !== program);
};
