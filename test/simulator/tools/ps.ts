import type { MacPlan } from '../mac-plan';
import { bornEnvironment } from '../parsing/parse-processes';
import { longTime } from '../parsing/time-texts';
import { type ProcessRow, processTable, shellOf } from '../process-table';
import { complain, print, type Tool, type ToolCall } from '../tool-call';
import { printsUtf8, visText } from './vis';

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly alignsRight?: boolean;
  text(row: ProcessRow, timeZone?: string): string;
}

const program = (command: string): string => command.split(' ')[0] ?? '';

const commandColumn: Column = { heading: 'COMMAND', width: 0, text: ({ command }) => command };

const columns: Readonly<Record<string, Column>> = {
  pid: { heading: 'PID', width: 5, alignsRight: true, text: ({ pid }) => String(pid) },
  ppid: { heading: 'PPID', width: 5, alignsRight: true, text: ({ ppid }) => String(ppid) },
  uid: { heading: 'UID', width: 5, alignsRight: true, text: ({ uid }) => String(uid) },
  tty: { heading: 'TTY', width: 8, text: ({ tty }) => tty ?? '??' },
  lstart: { heading: 'STARTED', width: 28, text: ({ startedAtMs }, timeZone) => longTime(startedAtMs, timeZone) },
  command: commandColumn,
  args: commandColumn,
  comm: { heading: 'COMM', width: 0, text: ({ command }) => program(command) },
};

interface Request {
  readonly showsAll: boolean;
  readonly showsEnvironment: boolean;
  readonly pids: readonly number[] | null;
  readonly columns: readonly Column[];
}

/** Reads BSD and POSIX options as far as anybody gives them: -a -A -e -x -w -E, -p PIDS, -o COLUMNS (`name=` drops the heading). */
const readArguments = (args: readonly string[]): Request | string => {
  let showsAll = false;
  let showsEnvironment = false;
  let pids: number[] | null = null;
  const chosen: Column[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const letters = (args[index] ?? '').replace(/^-/, '');
    for (let position = 0; position < letters.length; position += 1) {
      const letter = letters[position] ?? '';
      if (letter === 'A' || letter === 'e' || letter === 'a') showsAll = true;
      if (letter === 'E') showsEnvironment = true;
      if (letter !== 'o' && letter !== 'p' && letter !== 'u') continue;
      const rest = letters.slice(position + 1);
      if (rest === '') index += 1;
      const value = rest === '' ? (args[index] ?? '') : rest;
      if (letter === 'p') pids = value.split(/[ ,]+/).map(Number);
      if (letter === 'o') {
        for (const part of value.split(/[ ,]+/)) {
          const [name = '', heading] = part.split('=');
          const column = columns[name];
          if (!column) return `ps: ${name}: keyword not found`;
          chosen.push(heading === undefined ? column : { ...column, heading });
        }
      }
      break;
    }
  }
  const { pid, tty } = columns;
  const shown = chosen.length > 0 || !pid || !tty ? chosen : [pid, tty, commandColumn];
  return { showsAll, showsEnvironment, pids, columns: shown };
};

const line = (cells: readonly string[], request: Request): string =>
  cells
    .map((cell, index) => {
      const { width, alignsRight } = request.columns[index] ?? commandColumn;
      return alignsRight ? cell.padStart(width) : index === cells.length - 1 ? cell : cell.padEnd(width);
    })
    .join(' ');

/** Whoever asks is a process too: it stands in the list as a child of its session's shell. */
const withTheAsker = (rows: readonly ProcessRow[], { mac, session, caller }: ToolCall): readonly ProcessRow[] => {
  if (rows.some(({ pid }) => pid === caller.parentPid)) return rows;
  const own = mac.plan.sessions.find(({ id }) => id === session);
  const shell = own?.kind === 'ssh' ? shellOf(rows, own) : undefined;
  const asker = { pid: caller.parentPid, ppid: shell?.pid ?? 1, uid: mac.plan.user.uid, session, command: 'node' };
  return [...rows, { ...asker, tty: shell?.tty ?? null, startedAtMs: mac.plan.nowMs }];
};

/** What `-E` adds: nothing for other users' processes, nor for Apple's own programs. */
const environmentShown = (plan: MacPlan, row: ProcessRow): readonly string[] => {
  const { user, tmux, processes } = plan;
  if (row.uid !== user.uid || /^\/(usr\/)?s?bin\/|^\/System\//.test(row.command)) return [];
  const server = tmux.find(({ serverPid }) => serverPid === row.pid);
  const own = processes.find(({ pid }) => pid === row.pid);
  const variables = server?.env ?? { ...bornEnvironment(plan, row.session), ...own?.env };
  return Object.entries(variables).map(([name, value]) => `${name}=${value}`);
};

export const ps: Tool = (call) => {
  const request = readArguments(call.args);
  if (typeof request === 'string') {
    complain(`${request}\nps: no valid keywords; valid keywords: ${Object.keys(columns).join(' ')}\n`);
    return 1;
  }
  const rows = withTheAsker(processTable(call.mac.plan), call)
    .filter(({ pid, tty, uid }) => {
      if (request.pids !== null) return request.pids.includes(pid);
      return request.showsAll || (tty !== null && uid === call.mac.plan.user.uid);
    })
    .toSorted((one, other) => one.pid - other.pid);
  const isUtf8 = printsUtf8(call.environment);
  const withEnvironment = (row: ProcessRow): ProcessRow => {
    const words = request.showsEnvironment ? environmentShown(call.mac.plan, row) : [];
    return { ...row, command: visText([row.command, ...words].join(' '), isUtf8) };
  };
  const headings = request.columns.map(({ heading }) => heading);
  if (headings.some((heading) => heading !== '')) print(`${line(headings, request)}\n`);
  for (const row of rows)
    print(
      `${line(
        request.columns.map(({ text }) => text(withEnvironment(row), call.environment.TZ)),
        request,
      )}\n`,
    );
  return request.pids !== null && rows.length === 0 ? 1 : 0;
};
