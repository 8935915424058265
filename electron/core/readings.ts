import type { Beacon } from './beacon';
import type { Part } from './beats';
import type { ClaudeCodeActivity } from './claude-code-activity';
import type { ExpiryThresholds } from './expiry-thresholds';
import type { Hold } from './hold';
import type { FreshLoginTest } from './monitor-state';
import type { AutoLock, Credential, Host, RemoteAccess, RemoteSession } from './snapshot';

/** A part of the first look. */
export type AwaitedPart = Part | 'host';

/** What asking for a keychain's lock state came to. Asking never prompts, decrypts or restarts the idle timer. */
export type LockReading =
  | { readonly state: 'locked' | 'unlocked' }
  | { readonly state: 'unknown'; readonly reason: string };

/** A keychain as read at one moment, before it is said since when and what comes next. */
export interface KeychainReading {
  readonly path: string;
  readonly isLogin: boolean;
  readonly isDefault: boolean;
  readonly lock: LockReading;
  readonly autoLock: AutoLock;
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
  /** Terminals of the programs inside it, besides those of `tty`: a report from one of them was written in it. */
  readonly terminals?: readonly string[];
};

/** Everything one look has found. The snapshot follows from it, from the time and from the snapshot before. */
export interface Readings {
  readonly host: Host;
  readonly userName: string;
  readonly keychains: readonly KeychainReading[];
  readonly remoteAccess: RemoteAccess;
  readonly sessions: readonly SessionSighting[];
  /** What the shell helper has reported from inside remote shells. */
  readonly beacons: readonly Beacon[];
  readonly credentials: readonly Credential[];
  /** How early the user wants to be told of an end; left out: as early as usual. */
  readonly expiryThresholds?: ExpiryThresholds;
  /** The Claude Codes that run; left out where there is nothing to say of them. */
  readonly claudeCode?: ClaudeCodeActivity;
  /** The last test that somebody has asked for, where there was one. */
  readonly freshLoginTest?: FreshLoginTest;
  /** What no reading has come of yet: of it nothing is known, which is not that there is nothing. */
  readonly awaited?: readonly AwaitedPart[];
  /** When the Mac last woke, in milliseconds since 1970, where that is known. */
  readonly wokeAt?: number | null;
  /** Left out: none. */
  readonly hold?: Hold;
  /** What is to be said of hold journals that nobody can read, a sentence each. Left out: nothing. */
  readonly holdJournalTroubles?: readonly string[];
}
