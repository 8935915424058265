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
    return [{ user, tty, from: from || null }];
  });
