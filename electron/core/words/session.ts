import type { LockState } from './keychain';
import type { UnreadMark } from './reading';
import type { RestartOutlook } from './restart-outlook';
import type { SystemSleep } from './system-sleep';
import type { SessionHelp } from './warning';

export type OnOff = 'on' | 'off' | 'unknown';

export interface RemoteAccess {
  /** Whether somebody is logged in at the desktop; left out where somebody is, and before it was read. */
  readonly desk?: 'nobody' | 'unknown';
  readonly remoteLogin: OnOff;
  readonly screenSharing: OnOff;
  readonly autoLogin: OnOff;
  readonly fileVault: OnOff;
  /** Minutes of idleness until the system sleeps; 0 means never. */
  readonly systemSleepMinutes: number | 'unknown';
  /** The same per power source; left out where it is not known. */
  readonly systemSleep?: SystemSleep;
  /** What a remote user meets after a restart. */
  readonly afterRestart?: RestartOutlook;
}

export type SessionKind =
  | 'ssh'
  | 'tmux-server'
  | 'screen'
  | 'mosh'
  | 'editor-server'
  /** A background program of an agent (Claude Code's daemon) that outlives the login it was started from. */
  | 'agent-daemon'
  /** A server like that of tmux: zellij, herdr, WezTerm, abduco, dtach. */
  | 'multiplexer'
  /** A login that Apple's sshd knows nothing of: Tailscale SSH, Eternal Terminal, another SSH server. */
  | 'other-login'
  /** A job that works for others when nobody is there: the agent of a build service. */
  | 'background-job'
  | 'fresh-ssh';

export interface RemoteSession {
  /** Stable while the session lives: `ssh:<pid>`, `tmux-server:<socket>`, `fresh-ssh`. */
  readonly id: string;
  readonly kind: SessionKind;
  /** What a person calls it: a tmux server's sessions or socket, a screen's name, the editor. */
  readonly name?: string;
  readonly user: string;
  readonly tty?: string;
  /** The address or host name that it comes from. */
  readonly from?: string;
  readonly startedAt?: string;
  /** `initial`: in the session of daemons, which does not search the login keychain at all. */
  readonly bornIn: 'desktop' | 'ssh' | 'initial' | 'unknown';
  /** The command that looked runs inside it; left out everywhere else. */
  readonly isThisSession?: true;
  readonly sees: LockState;
  readonly basis: 'measured' | 'inferred';
  /** When it was measured, where that was not just now: a report from inside, a test. */
  readonly measuredAt?: string;
  /** One sentence: why it sees what it sees. */
  readonly reason: string;
  /** Where it sees a locked keychain: one sentence, which tools look logged out in it and which do not. */
  readonly verdict?: string;
  /** The one thing that helps, where something is to be helped. */
  readonly help?: SessionHelp;
  /** Names of variables exported in a shell inside it that a tool's verdict depends on; never a value. */
  readonly exportedVariables?: readonly string[];
  /** Clients attached to a server, and how many of them come from a remote login. */
  readonly attachedClients?: number;
  readonly remoteClients?: number;
  /** Where those come from, each address or name once, as far as it is known. */
  readonly remoteClientsFrom?: readonly string[];
  readonly unread?: UnreadMark;
}

export interface Host {
  readonly platform: 'macos' | 'simulated-macos';
  readonly macosVersion: string;
  /**
   * What `launchctl managername` says of this process, as a hint: as a rule Aqua on the desktop and Background over SSH. It
   * names the bootstrap domain, which a desktop's tmux server can have changed.
   */
  readonly managerName: 'Aqua' | 'Background' | 'unknown';
  /** The security session that this process is in; null where macOS did not tell. */
  readonly securitySession: SessionAttributes | null;
  /** Why it is not known; left out where it is. */
  readonly securitySessionReason?: string;
}

/** What the kernel says of a security session (SessionGetInfo): it decides who can be asked, and which lock state holds. */
export interface SessionAttributes {
  /** Two processes with the same number share their keychains' lock states. */
  readonly id: number;
  /** A dialog can appear. */
  readonly graphicAccess: boolean;
  readonly remote: boolean;
  /** The first session of all, made by PID 1: that of daemons. */
  readonly initial: boolean;
}

/** A remote session as found: where it was born and on what grounds, not yet what it sees. */
export type SessionSighting = Omit<
  RemoteSession,
  'sees' | 'basis' | 'reason' | 'measuredAt' | 'help' | 'exportedVariables' | 'isThisSession'
> & {
  /** Why it is said to be born there, as a clause: "its environment names no SSH connection". */
  readonly grounds: string;
  /** This very process runs inside it. */
  readonly isThisSession: boolean;
  /** launchd has made a security session for it alone, which no other process is in. */
  readonly ownSession?: true;
  /** Terminals of the programs inside it, besides those of `tty`: a report from one of them was written in it. */
  readonly terminals?: readonly string[];
  /** Why what it tells could not be read anew, as a sentence. */
  readonly unreadBecause?: string;
};
