import type { LoginRecord } from './login-records';
import { isMoshServer } from './mosh-servers';
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
 * The title that sshd gives the process of a login: `sshd: alice@ttys001,ttys004` (several terminals: one connection with
 * channels of their own, as `ControlMaster` makes them), from OpenSSH 9.8 on (macOS 15) `sshd-session: …` (`session.c`,
 * session_tty_list). Its other processes ([priv], [accepted], [net], [listener], [session-auth]) are no logins. Linux, on
 * whose sshd this is tested, calls terminals `pts/0`.
 */
const loginTitle =
  /^sshd(?:-session)?: (\S+)@(notty|internal-sftp|(?:ttys?\w+|pts\/\d+)(?:,(?:ttys?\w+|pts\/\d+))*)\s*$/;

/** The SSH logins that live now, the oldest first. A record in `who` without a process is one that a crash left behind, and is none. */
export const findSshLogins = (processes: ProcessTable, records: readonly LoginRecord[]): readonly SshLogin[] => {
  const origins = new Map(
    records.flatMap(({ user, tty, from }) => (from === null ? [] : [[`${user} ${tty}`, from] as const])),
  );
  const logins: (SshLogin & { readonly pid: number; readonly startedAt: number })[] = [];
  for (const { pid, command, startedAt } of processes.values()) {
    if (!command.startsWith('sshd')) continue;
    const match = loginTitle.exec(command);
    if (!match) continue;
    const [, user = '', place = ''] = match;
    const ttys = place === 'notty' || place === 'internal-sftp' ? [] : place.split(',');
    const from = ttys.map((tty) => origins.get(`${user} ${tty}`)).find((origin) => origin !== undefined);
    logins.push({ pid, user, ttys, from: from ?? null, startedAt });
  }
  return logins.sort((one, other) => one.startedAt - other.startedAt || one.pid - other.pid);
};

/** Where `ps` does not answer, the login records have to do: one per terminal that somebody is logged in on from elsewhere. */
export const loginsByRecord = (records: readonly LoginRecord[]): readonly SshLogin[] =>
  records.flatMap(({ user, tty, from }): SshLogin[] =>
    from === null ? [] : [{ pid: null, user, ttys: [tty], from, startedAt: null }],
  );

/** Whether a process title is sshd's: of a login, or on the way to one. */
export const isSshd = (command: string): boolean => /^(?:\S*\/)?sshd(?:-session|-auth)?(?::|\s|$)/.test(command);

/** Whether a process is one that what runs below it came to this Mac through: sshd's, or a mosh server. */
export const isRemoteOrigin = (command: string): boolean => isSshd(command) || isMoshServer(command);
