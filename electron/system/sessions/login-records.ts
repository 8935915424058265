import { type Reading, read, unread } from '../../core/words/reading';
import { type BoundedTools, readOutput } from '../children/bounded-tools';
import { fileFingerprint } from '../files/file-fingerprint';
import type { MacHost } from '../mac/host';
import type { ProcessTable } from '../processes/process-list';
import { isSshd } from '../processes/process-list';

/** A line of `who`: a terminal that somebody is logged in on. `from` is null for the desktop and its terminals. */
export interface LoginRecord {
  readonly user: string;
  readonly tty: string;
  readonly from: string | null;
}

const whoPath = '/usr/bin/who';

/** The login records. They tell where a login comes from, never that it still lives. */
export const readLoginRecords = async (tools: BoundedTools): Promise<Reading<readonly LoginRecord[]>> => {
  const printed = await readOutput(tools, whoPath, []);
  if (printed.kind === 'unread') return printed;
  const records = parseLoginRecords(printed.value);
  // Nobody may be logged in; but of lines one at least is a record.
  return records.length === 0 && printed.value.trim() !== ''
    ? unread(`${whoPath} answered in words that Latchkey does not know.`)
    : read(records);
};

/** Where `login`, `sshd` and terminals write down who comes and goes; `who` reads it. */
export const loginRecordsFile = '/var/run/utmpx';

/**
 * @param table that of the same pass.
 * @param isAnew asks again although nothing tells of a change.
 */
export type ReadLoginRecords = (table: Reading<ProcessTable>, isAnew: boolean) => ReturnType<typeof readLoginRecords>;

/** Asks `who` only where the file behind it is another one, or other processes of sshd run, than when it answered last. */
export const createLoginRecordReader = (host: MacHost, tools: BoundedTools): ReadLoginRecords => {
  let known: { readonly stamp: string; readonly records: readonly LoginRecord[] } | null = null;
  return async (table, isAnew) => {
    // Before it is asked: what changes meanwhile is asked for the next time.
    const stamp = table.kind === 'read' ? await stampOf(host, table.value) : null;
    if (!isAnew && known !== null && known.stamp === stamp) return read(known.records);
    const records = await readLoginRecords(tools);
    known = records.kind === 'unread' || stamp === null ? null : { stamp, records: records.value };
    return records;
  };
};

const stampOf = async (host: MacHost, processes: ProcessTable): Promise<string> => {
  const sshd = [...processes.values()].filter(({ command }) => isSshd(command));
  const titles = sshd.map(({ pid, startedAt, command }) => [pid, startedAt, command]);
  return JSON.stringify([await fileFingerprint(host, loginRecordsFile), titles]);
};

/** Reads `who`: `user  line  Mon d hh:mm (host)`, where the host is there for a login from elsewhere. */
export const parseLoginRecords = (stdout: string): readonly LoginRecord[] =>
  stdout.split('\n').flatMap((line): LoginRecord[] => {
    const match = /^(\S+)\s+(\S+)\s+\w+\s+\w+\s+\d\d:\d\d(?:\s+\((.*)\))?\s*$/.exec(line);
    if (!match) return [];
    const [, user = '', tty = '', from] = match;
    return [{ user, tty, from: from && !isOfThisMac.test(from) ? from : null }];
  });

/**
 * Not every host is one: tmux and screen record their panes as `tmux(4711).%0` and `…:S.0`, X its displays as `:0`. What
 * mosh records (`192.168.1.9 via mosh [5001]`) is a terminal of its own server, not of an SSH login.
 */
const isOfThisMac = /^tmux\(|:S\.\d+$|^:\d| via mosh \[\d+\]$|^mosh \[\d+\]$/;
