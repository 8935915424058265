import { loginProcessOf, type OtherWayIn, remoteLoginOf, wayInOf } from '../processes/other-login-programs';
import { ancestry } from '../processes/process-ancestry';
import type { ProcessEntry, ProcessTable } from '../processes/process-list';
import { boundedName } from './session-names';

/** A login of this user's that Apple's sshd knows nothing of. */
export interface OtherLogin {
  /** The topmost process of the user's in it. */
  readonly process: ProcessEntry;
  /** "Tailscale SSH" */
  readonly name: string;
  /** The address that it comes from, where its daemon told one. */
  readonly from: string | null;
  /** Where such a login is as a rule; the daemon above it tells better. */
  readonly usual: OtherWayIn['usual'];
}

interface Known {
  readonly uid: number;
  readonly userName: string;
  /** What is told of elsewhere: SSH logins, servers, agents, applications. What is below it is part of it. */
  isTold(entry: ProcessEntry): boolean;
}

/**
 * Logins that came in another way: what a daemon known for letting people in has started for this user, the processes that
 * stand for a login by themselves, and every login shell on a terminal below some other daemon of root's.
 */
export const findOtherLogins = (processes: ProcessTable, { uid, userName, isTold }: Known): readonly OtherLogin[] => {
  const found = new Map<number, OtherLogin>();
  const isNeeded = [...processes.values()].some(
    (entry) => wayInOf(entry) !== null || loginProcessOf(entry) !== null || isShellOfLogin(entry, uid),
  );
  if (!isNeeded) return [];
  for (const entry of processes.values()) {
    if (entry.uid !== uid || isTold(entry)) continue;
    const chain = ancestry(processes, entry.pid);
    const told = chain.findIndex((one) => one !== entry && isTold(one));
    const login = loginIn(told < 0 ? chain : chain.slice(0, told), { uid, userName }, told < 0);
    if (login !== null && !found.has(login.process.pid)) found.set(login.process.pid, login);
  }
  return [...found.values()];
};

/** @param chain a process of the user's and what is above it, nearest first, as far as nobody has told of it. */
const loginIn = (
  chain: readonly ProcessEntry[],
  { uid, userName }: Pick<Known, 'uid' | 'userName'>,
  endsAtTop: boolean,
): OtherLogin | null => {
  const byItself = chain.findLast((entry) => entry.uid === uid && loginProcessOf(entry) !== null);
  const daemonAt = chain.findLastIndex((entry) => wayInOf(entry) !== null && entry !== byItself);
  if (daemonAt > 0) {
    const below = chain.slice(0, daemonAt);
    const way = wayInOf(chain[daemonAt] as ProcessEntry);
    const process = below.findLast((entry) => entry.uid === uid);
    const told = below.map(({ command }) => remoteLoginOf(command)).find((one) => one !== null);
    if (way === null || process === undefined || (told && told.user !== userName)) return null;
    return { process, name: way.name, from: told?.from ?? addressIn(process), usual: way.usual };
  }
  if (byItself) {
    const way = loginProcessOf(byItself);
    return way && { process: byItself, name: way.name, from: addressIn(byItself), usual: way.usual };
  }
  return endsAtTop ? shellBelowDaemon(chain, uid) : null;
};

/** Of Tailscale's own process. Nothing else of its arguments is kept. */
const addressIn = ({ command }: ProcessEntry): string | null =>
  / be-child ssh .*?--remote-ip=([0-9a-fA-F.:]{2,45})(?: |$)/.exec(command)?.[1] ?? null;

const isShellOfLogin = ({ uid: owner, tty, command }: ProcessEntry, uid: number): boolean =>
  owner === uid && tty !== null && command.startsWith('-');

/** Root's programs above a terminal of the desktop's, and what makes a session of its own. */
const isNoWayIn = /(?:^|\/)(?:launchd|loginwindow|login|su|sudo|tmux|screen|SCREEN)(?:\s|$)|\.app\//;

const shellBelowDaemon = (chain: readonly ProcessEntry[], uid: number): OtherLogin | null => {
  const daemon = chain.findLast(({ pid, parentPid, uid: owner }) => owner === 0 && parentPid === 1 && pid !== 1);
  const process = chain.findLast((entry) => isShellOfLogin(entry, uid));
  if (daemon === undefined || process === undefined || isNoWayIn.test(daemon.command)) return null;
  const name = boundedName(daemon.command.split(' ', 1)[0]?.split('/').at(-1)?.replace(/:$/, '') ?? 'a daemon');
  const from = chain.map(({ command }) => remoteLoginOf(command)).find((one) => one !== null)?.from ?? null;
  const grounds = `${name} is a daemon, and nobody has told of a security session that it makes`;
  return { process, name, from, usual: { bornIn: 'initial', grounds } };
};
