import { outsideInteger, outsidePid, outsideUid } from '../../core/time/outside-numbers';
import { type Reading, read, unread } from '../../core/words/reading';
import { type BoundedTools, readOutput } from '../children/bounded-tools';
import { decodePsText } from './ps-text';

export interface ProcessEntry {
  readonly pid: number;
  readonly parentPid: number;
  readonly uid: number;
  /** `ttys001`; null for a process without a terminal (`??`). */
  readonly tty: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** The command with its arguments, or the title that the process has given itself. */
  readonly command: string;
}

export type ProcessTable = ReadonlyMap<number, ProcessEntry>;

const psPath = '/bin/ps';

/**
 * All processes of this Mac, by pid. An answer that ends within a line, or has no process 1 in it, is not whole: what it
 * lacks would look as if it had ended.
 */
export const readProcesses = async (tools: BoundedTools): Promise<Reading<ProcessTable>> => {
  const printed = await readOutput(tools, psPath, ['-axww', '-o', 'pid=,ppid=,uid=,tty=,lstart=,command=']);
  if (printed.kind === 'unread') return printed;
  const processes = parseProcesses(printed.value);
  const isWhole = printed.value.endsWith('\n') && processes.has(1);
  return isWhole ? read(processes) : unread(`${psPath} printed no whole list of the processes.`);
};

/** The process list for everybody who asks for it. */
export interface ProcessReader {
  /** In a pass that begins now. */
  read(): ReturnType<typeof readProcesses>;
  /** That of the last pass, be it under way or over, where it is no older than the beat of whoever takes them regularly. */
  recent(): ReturnType<typeof readProcesses>;
}

/** On battery the sessions take a pass a minute. */
const recentForMs = 70_000;

/** One pass serves all: `ps` is the one child that a Mac at rest costs, and nobody but the sessions' beat is to start it. */
export const createProcessReader = (tools: BoundedTools, now: () => number): ProcessReader => {
  let last: { readonly startedAt: number; readonly table: ReturnType<typeof readProcesses> } | null = null;
  const readNow = () => {
    last = { startedAt: now(), table: readProcesses(tools) };
    return last.table;
  };
  return {
    read: readNow,
    recent() {
      const ageMs = last === null ? Number.POSITIVE_INFINITY : now() - last.startedAt;
      return last !== null && ageMs >= 0 && ageMs < recentForMs ? last.table : readNow();
    },
  };
};

/**
 * Reads `ps -axww -o pid=,ppid=,uid=,tty=,lstart=,command=`. Lines that are no process (a title with a line break in it)
 * are left out. `lstart` is five words in the C locale, without a zone: the time of day where this process runs, so an
 * hour that a change of the clocks repeats is taken for the first of the two.
 */
export const parseProcesses = (stdout: string): ProcessTable => {
  const processes = new Map<number, ProcessEntry>();
  // Most of a Mac's processes began in the same few seconds.
  const startTimes = new Map<string, number | null>();
  for (const line of stdout.split('\n')) {
    const match = processLine.exec(line);
    if (!match) continue;
    const [pid, parentPid, uid] = [outsidePid(match[1]), outsidePid(match[2]), outsideUid(match[3])];
    const [tty = '??', startedAt = '', command = ''] = match.slice(4);
    const startedAtMs = startTimes.get(startedAt) ?? parseStartTime(startedAt);
    startTimes.set(startedAt, startedAtMs);
    if (pid === null || parentPid === null || uid === null || startedAtMs === null) continue;
    processes.set(pid, {
      pid,
      parentPid,
      uid,
      tty: tty.startsWith('?') || tty === '-' ? null : tty.replace(/^\/dev\//, ''),
      startedAt: startedAtMs,
      command: decodePsText(command),
    });
  }
  return processes;
};

const processLine =
  /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\w{3}\s+\w{3}\s+\d{1,2}\s+\d\d:\d\d:\d\d\s+\d{4})(?:\s+(.*))?$/;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads `lstart` (`Thu Sep 10 09:02:11 2026`) as local time; null when it is anything else. */
export const parseStartTime = (text: string): number | null => {
  const [, monthName = '', dayDigits, time = '', yearDigits] = text.split(/\s+/);
  const month = months.indexOf(monthName);
  // 60 is a leap second; 1970 begins in 1969 west of Greenwich.
  const [year, day] = [outsideInteger(yearDigits, 1969, 9999), outsideInteger(dayDigits, 1, 31)];
  const [hourDigits, minuteDigits, secondDigits, more] = time.split(':');
  const [hour, minute] = [outsideInteger(hourDigits, 0, 23), outsideInteger(minuteDigits, 0, 59)];
  const second = outsideInteger(secondDigits, 0, 60);
  if (year === null || month < 0 || day === null || hour === null || minute === null || second === null) return null;
  return more === undefined ? new Date(year, month, day, hour, minute, second).getTime() : null;
};

/** Whether a process title is sshd's: of a login, or on the way to one. */
export const isSshd = (command: string): boolean => /^(?:\S*\/)?sshd(?:-session|-auth)?(?::|\s|$)/.test(command);
