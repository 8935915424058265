import type { BoundedTools } from './bounded-tools';

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

/** All processes of this Mac, by pid; null when `ps` does not answer. */
export const readProcesses = async (tools: BoundedTools): Promise<ProcessTable | null> => {
  const answer = await tools.ask('/bin/ps', ['-axww', '-o', 'pid=,ppid=,uid=,tty=,lstart=,command=']);
  return answer.ok && answer.code === 0 ? parseProcesses(answer.stdout) : null;
};

/**
 * Reads `ps -axww -o pid=,ppid=,uid=,tty=,lstart=,command=`. Lines that are no process (a title with a line break in it)
 * are left out. `lstart` is five words in the C locale, without a zone: the time of day where this process runs, so an
 * hour that a change of the clocks repeats is taken for the first of the two.
 */
export const parseProcesses = (stdout: string): ProcessTable => {
  const processes = new Map<number, ProcessEntry>();
  for (const line of stdout.split('\n')) {
    const match = processLine.exec(line);
    if (!match) continue;
    const [, pid, parentPid, uid, tty = '??', startedAt = '', command = ''] = match;
    const startedAtMs = parseStartTime(startedAt);
    if (startedAtMs === null) continue;
    processes.set(Number(pid), {
      pid: Number(pid),
      parentPid: Number(parentPid),
      uid: Number(uid),
      tty: tty.startsWith('?') || tty === '-' ? null : tty.replace(/^\/dev\//, ''),
      startedAt: startedAtMs,
      command,
    });
  }
  return processes;
};

const processLine =
  /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\w{3}\s+\w{3}\s+\d{1,2}\s+\d\d:\d\d:\d\d\s+\d{4})(?:\s+(.*))?$/;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads `lstart` (`Thu Sep 10 09:02:11 2026`) as local time; null when it is anything else. */
export const parseStartTime = (text: string): number | null => {
  const [, monthName = '', day, time = '', year] = text.split(/\s+/);
  const month = months.indexOf(monthName);
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  if (month < 0) return null;
  const startedAt = new Date(Number(year), month, Number(day), hour, minute, second).getTime();
  return Number.isNaN(startedAt) ? null : startedAt;
};
