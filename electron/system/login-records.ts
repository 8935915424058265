import type { BoundedTools } from './bounded-tools';

/** A line of `who`: a terminal that somebody is logged in on. `from` is null for the desktop and its terminals. */
export interface LoginRecord {
  readonly user: string;
  readonly tty: string;
  readonly from: string | null;
}

/** The login records; empty when `who` does not answer. They tell where a login comes from, never that it still lives. */
export const readLoginRecords = async (tools: BoundedTools): Promise<readonly LoginRecord[]> => {
  const answer = await tools.ask('/usr/bin/who', []);
  return answer.ok && answer.code === 0 ? parseLoginRecords(answer.stdout) : [];
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
