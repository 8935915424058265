import { wayInOf } from '../processes/other-login-programs';
import { nearestAbove } from '../processes/process-ancestry';
import type { ProcessEntry, ProcessTable } from '../processes/process-list';
import { type Above, type Birth, decideBirth, type KnownMarks } from './birth';
import { boundedName } from './session-names';
import { remoteOrigins, type SshLogin } from './ssh-logins';

/** A server that what runs inside it shares the security session with. */
export interface Holder {
  /** As part of a sentence: "the tmux server “work”". */
  readonly label: string;
  readonly known: KnownMarks;
  /** Of a tmux server. */
  readonly socket?: string;
}

/** Who comes from where, told from the process list. */
export interface Lineage {
  /** The SSH login that a process lives in, also when it is the login's own process. */
  loginAbove(pid: number): SshLogin | null;
  /** Whether a client that is attached to something came over SSH or mosh, and from where as far as that is known. */
  remoteOrigin(client: { readonly pid: number; readonly tty: string | null }): { readonly from: string | null } | null;
  /** Where a process was born. @param pid null where it is not known. */
  birthOf(pid: number | null, known: KnownMarks): Birth;
}

interface Known {
  readonly processes: ProcessTable;
  readonly logins: readonly SshLogin[];
  /** By pid. */
  readonly holders: ReadonlyMap<number, Holder>;
  readonly desktopSessionId: string | null;
  /** The user that this process runs as. */
  readonly uid: number;
  readonly sshdUid?: number;
  /** What is known of a process in another way, by pid. */
  readonly settled?: ReadonlyMap<number, Birth>;
  /** Logins that came in another way than through sshd, by pid; where each comes from, as far as that is known. */
  readonly otherLogins?: ReadonlyMap<number, string | null>;
  /** Where the client of a mosh server comes from. */
  moshPeer(pid: number): string | null;
}

export const createLineage = (known: Known): Lineage => {
  const { processes, logins, holders, desktopSessionId, uid, moshPeer } = known;
  const { settled = new Map<number, Birth>(), otherLogins = new Map<number, string | null>() } = known;
  const originOf = remoteOrigins(logins, known);
  const loginByPid = new Map(logins.map((login) => [login.pid, login]));
  const loginByTty = new Map(logins.flatMap((login) => login.ttys.map((tty) => [tty, login] as const)));
  const remoteAbove = nearestAbove(processes, (entry) => originOf(entry) !== null || otherLogins.has(entry.pid));
  const nearest = nearestAbove(
    processes,
    (entry) =>
      holders.has(entry.pid) ||
      originOf(entry) !== null ||
      desktopApp(entry, uid) !== null ||
      rootProgram(entry) !== null,
  );
  const servesTailscale = [...processes.values()].some(
    (entry) => entry.uid === 0 && wayInOf(entry)?.name === 'Tailscale SSH',
  );
  const births = new Map<number, Birth>(settled);
  const beingDecided = new Set<number>();

  const loginAbove = (pid: number): SshLogin | null => {
    const remote = remoteAbove(pid);
    return remote === null ? null : (loginByPid.get(remote.pid) ?? null);
  };

  const above = (pid: number): Above => {
    const entry = nearest(processes.get(pid)?.parentPid ?? 0);
    if (entry === null) return { kind: 'nothing' };
    const holder = holders.get(entry.pid);
    if (holder) return { kind: 'server', label: holder.label, birth: birthOf(entry.pid, holder.known) };
    const origin = originOf(entry);
    if (origin === 'login') return { kind: 'login', from: loginByPid.get(entry.pid)?.from ?? null };
    if (origin === 'mosh') return { kind: 'mosh' };
    return rootProgram(entry) ?? { kind: 'desktop-app', name: desktopApp(entry, uid) ?? 'an application' };
  };

  const birthOf = (pid: number | null, known: KnownMarks): Birth => {
    const before = pid === null ? undefined : births.get(pid);
    if (before) return before;
    if (pid !== null && beingDecided.has(pid)) {
      return { bornIn: 'unknown', grounds: 'it seems to have been started inside itself' };
    }
    if (pid !== null) beingDecided.add(pid);
    const tmuxServer = (socket: string, serverPid: number) => {
      const holder = holders.get(serverPid);
      // Another pid would be a server of a later day on the same socket.
      return holder?.socket === socket ? { label: holder.label, birth: birthOf(serverPid, holder.known) } : null;
    };
    const birth = decideBirth(pid === null ? { kind: 'nothing' } : above(pid), known, {
      desktopSessionId,
      tmuxServer,
      mayBeNoSsh: (peer) => servesTailscale && isOfTailnet(peer),
    });
    if (pid !== null) births.set(pid, birth);
    return birth;
  };

  return {
    loginAbove,
    birthOf,
    remoteOrigin: ({ pid, tty }) => {
      const onTty = tty === null ? undefined : loginByTty.get(tty);
      const remote = remoteAbove(pid);
      if (onTty === undefined && remote === null) return null;
      const login = onTty ?? (remote === null ? undefined : loginByPid.get(remote.pid));
      if (login !== undefined || remote === null) return { from: login?.from ?? null };
      return { from: otherLogins.get(remote.pid) ?? moshPeer(remote.pid) };
    },
  };
};

/** The name of an application of this user's that launchd has started: it, and with it all below, belongs to the desktop. */
export const desktopApp = (entry: ProcessEntry, uid: number): string | null =>
  entry.parentPid === 1 && entry.uid === uid ? (desktopAppCommand.exec(entry.command)?.[1] ?? null) : null;

/**
 * `su` makes a session of its own. Whatever else of root's launchd keeps is a daemon, in the initial session, but what stands
 * for the login at the screen.
 */
const rootProgram = ({ parentPid, uid, command }: ProcessEntry): Above | null => {
  if (uid !== 0) return null;
  if (/^(?:\S*\/)?su(?:\s|$)/.test(command)) return { kind: 'su' };
  if (parentPid !== 1 || /\/loginwindow(?:\s|$)/.test(command)) return null;
  return { kind: 'daemon', name: boundedName(command.split(' ', 1)[0]?.split('/').at(-1) ?? command) };
};

const desktopAppCommand = /^(?:\/Users\/[^/]+|\/System)?\/Applications\/(?:[^/]+\/)*?([^/]+)\.app\/Contents\/MacOS\//;

/** Addresses that Tailscale gives away (100.64.0.0/10, fd7a:115c:a1e0::/48). */
const isOfTailnet = (address: string): boolean =>
  /^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^fd7a:115c:a1e0:/i.test(address);
