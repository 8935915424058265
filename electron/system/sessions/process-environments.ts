import { outsidePid } from '../../core/time/outside-numbers';
import type { BoundedTools } from '../children/bounded-tools';
import type { ProcessEntry } from '../processes/process-list';
import { decodePsText } from '../processes/ps-text';
import type { BirthMarks, KnownMarks } from './birth';

/** What is kept of a process's environment: where it was born, and where its tmux sockets are. */
export interface KeptOfEnvironment {
  readonly known: KnownMarks;
  readonly tmuxFolder: string | null;
}

/** Reads what the environments of these processes tell of their birth. */
export type ReadEnvironments = (processes: readonly ProcessEntry[]) => Promise<EnvironmentsReading>;

export interface EnvironmentsReading {
  /** By pid, of all that were asked for; those that could not be read say so. */
  readonly environments: ReadonlyMap<number, KeptOfEnvironment>;
  /** Why `ps` told none this time, as a sentence; null where it was not asked or answered. */
  readonly problem: string | null;
}

/** More are asked the next time. */
const mostAtOnce = 32;
const mostRemembered = 1_000;
const mostTries = 3;

const unread: KeptOfEnvironment = {
  known: { kind: 'hidden', reason: 'its environment could not be read' },
  tmuxFolder: null,
};
const hidden: KeptOfEnvironment = {
  known: { kind: 'hidden', reason: 'macOS does not show its environment' },
  tmuxFolder: null,
};

/**
 * The environment that a process was started with never changes, so each is read once in its life: `ps -E` shows those of
 * the user's own processes (of Apple's own programs macOS shows none). It holds secrets; nothing of it leaves `keepMarks`
 * but what `KeptOfEnvironment` has room for.
 */
export const createEnvironmentReader = (tools: BoundedTools): ReadEnvironments => {
  const remembered = new Map<string, KeptOfEnvironment>();
  /** How often `ps` has answered without telling it: a title that changes all the time does not cost a child each time. */
  const vain = new Map<string, number>();
  const nameOf = ({ pid, startedAt }: ProcessEntry) => `${pid} ${startedAt}`;

  const read = async (processes: readonly ProcessEntry[]): Promise<string | null> => {
    const pids = processes.map(({ pid }) => pid).join(',');
    const answer = await tools.ask('/bin/ps', ['-Eww', '-o', 'pid=,command=', '-p', pids], 'ps environments');
    if (!answer.ok) return answer.reason;
    const kept = parseEnvironments(answer.stdout, processes);
    if (remembered.size > mostRemembered) remembered.clear();
    if (vain.size > mostRemembered) vain.clear();
    for (const process of processes) {
      const found = kept.get(process.pid);
      if (found && found !== unread) remembered.set(nameOf(process), found);
      else vain.set(nameOf(process), (vain.get(nameOf(process)) ?? 0) + 1);
    }
    return null;
  };

  return async (processes) => {
    const isWorthAsking = (name: string) => !remembered.has(name) && (vain.get(name) ?? 0) < mostTries;
    const unknown = processes.filter((process) => isWorthAsking(nameOf(process))).slice(0, mostAtOnce);
    const problem = unknown.length > 0 ? await read(unknown) : null;
    const kept = processes.map((process) => [process.pid, remembered.get(nameOf(process)) ?? unread] as const);
    return { environments: new Map(kept), problem };
  };
};

/** Reads `ps -Eww -o pid=,command=`: the command as without -E, then the variables, parted by spaces. */
export const parseEnvironments = (
  stdout: string,
  asked: readonly ProcessEntry[],
): ReadonlyMap<number, KeptOfEnvironment> => {
  const commands = new Map(asked.map(({ pid, command }) => [pid, command]));
  const kept = new Map<number, KeptOfEnvironment>();
  for (const line of stdout.split('\n')) {
    const match = /^\s*(\d+)\s(.*)$/.exec(line);
    const pid = outsidePid(match?.[1]);
    const command = pid === null ? undefined : commands.get(pid);
    if (pid === null || command === undefined || kept.has(pid)) continue;
    const text = decodePsText(match?.[2] ?? '');
    kept.set(pid, text.startsWith(command) ? keepMarks(text.slice(command.length)) : unread);
  }
  return kept;
};

const keepMarks = (environment: string): KeptOfEnvironment => {
  if (!/\s(?:HOME|PATH|USER|LOGNAME|SHELL)=/.test(environment)) return hidden;
  const variable = (name: string): string | null => new RegExp(`\\s${name}=(\\S+)`).exec(environment)?.[1] ?? null;
  const marks = marksOf(variable('SSH_CONNECTION'), variable('SECURITYSESSIONID'), tmuxValue(environment));
  const tmuxFolder = variable('TMUX_TMPDIR');
  return { known: { kind: 'read', marks }, tmuxFolder: tmuxFolder?.startsWith('/') ? tmuxFolder : null };
};

/** A socket's path may have spaces in it. */
const tmuxValue = (environment: string): string | null =>
  /\sTMUX=(\/.{1,1024}?,\d{1,10},\d{1,10})(?=\s|$)/.exec(environment)?.[1] ?? null;

/**
 * @param sshConnection "client address, client port, server address, server port"
 * @param tmux "socket, pid of the server, number of the session", parted by commas
 */
export const marksOf = (
  sshConnection: string | null,
  securitySessionId: string | null,
  tmux: string | null,
): BirthMarks => {
  const server = /^(.+),(\d+),\d+$/.exec(tmux ?? '');
  const serverPid = outsidePid(server?.[2]);
  return {
    sshPeer: sshConnection?.trim().split(/\s+/)[0] || null,
    securitySessionId: securitySessionId?.trim() || null,
    tmux: server && serverPid !== null ? { socket: server[1] ?? '', pid: serverPid } : null,
  };
};
