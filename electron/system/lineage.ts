import { type Above, type Birth, decideBirth, type KnownMarks } from './birth';
import { isMoshServer } from './mosh-servers';
import { nearestAbove } from './process-ancestry';
import type { ProcessEntry, ProcessTable } from './process-list';
import { isRemoteOrigin, isSshd, type SshLogin } from './ssh-logins';

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
  /** Where the client of a mosh server comes from. */
  moshPeer(pid: number): string | null;
}

export const createLineage = ({ processes, logins, holders, desktopSessionId, moshPeer }: Known): Lineage => {
  const loginByPid = new Map(logins.map((login) => [login.pid, login]));
  const loginByTty = new Map(logins.flatMap((login) => login.ttys.map((tty) => [tty, login] as const)));
  const remoteAbove = nearestAbove(processes, ({ command }) => isRemoteOrigin(command));
  const nearest = nearestAbove(
    processes,
    (entry) => holders.has(entry.pid) || isRemoteOrigin(entry.command) || desktopApp(entry) !== null,
  );
  const births = new Map<number, Birth>();
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
    if (isSshd(entry.command)) return { kind: 'login', from: loginByPid.get(entry.pid)?.from ?? null };
    if (isMoshServer(entry.command)) return { kind: 'mosh' };
    return { kind: 'desktop-app', name: desktopApp(entry) ?? 'an application' };
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
    const birth = decideBirth(pid === null ? { kind: 'nothing' } : above(pid), known, { desktopSessionId, tmuxServer });
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
      return { from: login?.from ?? (remote === null ? null : moshPeer(remote.pid)) };
    },
  };
};

/** The name of an application that launchd has started: it, and with it all below, belongs to the desktop. */
const desktopApp = ({ parentPid, command }: ProcessEntry): string | null =>
  parentPid === 1 ? (desktopAppCommand.exec(command)?.[1] ?? null) : null;

const desktopAppCommand = /^(?:\/Users\/[^/]+|\/System)?\/Applications\/(?:[^/]+\/)*?([^/]+)\.app\/Contents\/MacOS\//;
