import { isMoshServer } from '../processes/mosh-servers';
import { nearestAbove } from '../processes/process-ancestry';
import { isSshd, type ProcessEntry, type ProcessTable } from '../processes/process-list';
import type { LoginRecord } from './login-records';

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

/** Root's part of a login, which stays above the user's as long as it lives (OpenSSH `monitor.c`). */
const monitorTitle = /^sshd(?:-session)?: (\S+) \[priv\]\s*$/;

/** Who sshd runs as; another one only where a test starts an sshd without being root. */
export const sshdUid = 0;

export interface Owners {
  /** The user of this Mac that Latchkey runs for: the name and the number belong together. */
  readonly userName: string;
  readonly uid: number;
  readonly sshdUid?: number;
}

/**
 * The SSH logins that live now: this user's first, then the oldest. A title is no identity, since any process may call
 * itself so: a login is a child of root's monitor for the same user. (For root itself sshd parts with nobody: that process
 * is root's.) A record in `who` without a process is one that a crash left behind, and is none.
 */
export const findSshLogins = (
  processes: ProcessTable,
  records: readonly LoginRecord[],
  owners: Owners,
): readonly SshLogin[] => {
  const origins = new Map(
    records.flatMap(({ user, tty, from }) => (from === null ? [] : [[`${user} ${tty}`, from] as const])),
  );
  const logins: (SshLogin & { readonly pid: number; readonly startedAt: number })[] = [];
  for (const entry of processes.values()) {
    if (!entry.command.startsWith('sshd')) continue;
    const { pid, command, startedAt } = entry;
    const match = loginTitle.exec(command);
    const [, user = '', place = ''] = match ?? [];
    if (!match || !isGenuine(entry, user, processes.get(entry.parentPid), owners)) continue;
    const ttys = place === 'notty' || place === 'internal-sftp' ? [] : place.split(',');
    const from = ttys.map((tty) => origins.get(`${user} ${tty}`)).find((origin) => origin !== undefined);
    logins.push({ pid, user, ttys, from: from ?? null, startedAt });
  }
  const isOther = ({ user }: SshLogin) => Number(user !== owners.userName);
  return logins.sort(
    (one, other) => isOther(one) - isOther(other) || one.startedAt - other.startedAt || one.pid - other.pid,
  );
};

const isGenuine = (login: ProcessEntry, user: string, above: ProcessEntry | undefined, owners: Owners): boolean => {
  const { userName, uid, sshdUid: daemonUid = sshdUid } = owners;
  if ((user === userName) !== (login.uid === uid)) return false;
  if (user === 'root' && login.uid === daemonUid) return true;
  return above?.uid === daemonUid && monitorTitle.exec(above.command)?.[1] === user;
};

/** Where `ps` does not answer, the login records have to do: one per terminal that somebody is logged in on from elsewhere. */
export const loginsByRecord = (records: readonly LoginRecord[]): readonly SshLogin[] =>
  records.flatMap(({ user, tty, from }): SshLogin[] =>
    from === null ? [] : [{ pid: null, user, ttys: [tty], from, startedAt: null }],
  );

/**
 * Tells the processes that what runs below them came to this Mac through: a login, root's part of one, or a mosh server of
 * this user's. Others may call themselves so.
 */
export const remoteOrigins = (
  logins: readonly SshLogin[],
  { uid, sshdUid: daemonUid = sshdUid }: Pick<Owners, 'uid' | 'sshdUid'>,
): ((entry: ProcessEntry) => 'login' | 'mosh' | null) => {
  const pids = new Set(logins.map(({ pid }) => pid));
  return (entry) => {
    if (pids.has(entry.pid) || (entry.uid === daemonUid && isSshd(entry.command))) return 'login';
    return entry.uid === uid && isMoshServer(entry.command) ? 'mosh' : null;
  };
};

/** Finds the SSH login that a process lives in, also when it is the login's own process. */
export const createLoginFinder = (
  processes: ProcessTable,
  logins: readonly SshLogin[],
  owners: Pick<Owners, 'uid' | 'sshdUid'>,
): ((pid: number) => SshLogin | null) => {
  const originOf = remoteOrigins(logins, owners);
  const remoteAbove = nearestAbove(processes, (entry) => originOf(entry) !== null);
  const loginByPid = new Map(logins.map((login) => [login.pid, login]));
  return (pid) => {
    const remote = remoteAbove(pid);
    return remote === null ? null : (loginByPid.get(remote.pid) ?? null);
  };
};
