import type { LoginRecord } from './login-records';
import type { ProcessTable } from './process-list';

/** A connection that sshd serves: one security session, however many terminals it has. */
export interface SshLogin {
  /** Null when only the login records told of it. */
  readonly pid: number | null;
  readonly user: string;
  /** Empty for a login without a terminal (a command, sftp, an editor). */
  readonly ttys: readonly string[];
  /** The address or name that `who` knows for one of the terminals. */
  readonly from: string | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number | null;
}

/**
 * The title that sshd gives the process of a login: `sshd: alice@ttys001,ttys004`, from OpenSSH 9.8 on (macOS 15)
 * `sshd-session: …` (OpenSSH `session.c`). Its other processes ([priv], [accepted], [net], [listener]) are no logins.
 */
const loginTitle = /^sshd(?:-session)?: ([^@\s]+)@((?:ttys?\w+)(?:,ttys?\w+)*|notty|internal-sftp)\s*$/;

/** The SSH logins that live now. A record in `who` without a process is one that a crash left behind, and is none. */
export const findSshLogins = (processes: ProcessTable, records: readonly LoginRecord[]): readonly SshLogin[] =>
  [...processes.values()].flatMap(({ pid, command, startedAt }): SshLogin[] => {
    const match = loginTitle.exec(command);
    if (!match) return [];
    const [, user = '', place = ''] = match;
    const ttys = place.startsWith('tty') ? place.split(',') : [];
    const record = records.find(
      ({ tty, from, user: recorded }) => from !== null && recorded === user && ttys.includes(tty),
    );
    return [{ pid, user, ttys, from: record?.from ?? null, startedAt }];
  });

/** Where `ps` does not answer, the login records have to do: one per terminal that somebody is logged in on from elsewhere. */
export const loginsByRecord = (records: readonly LoginRecord[]): readonly SshLogin[] =>
  records.flatMap(({ user, tty, from }): SshLogin[] =>
    from === null ? [] : [{ pid: null, user, ttys: [tty], from, startedAt: null }],
  );

/** Whether a process title is sshd's, of a login or on the way to one, or that of a mosh server, which a login started. */
export const isRemoteOrigin = (command: string): boolean =>
  /^(?:\S*\/)?sshd(?:-session|-auth)?(?::|\s|$)/.test(command) || /^(?:\S*\/)?mosh-server(?:\s|$)/.test(command);
