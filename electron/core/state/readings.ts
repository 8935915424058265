import type { ExpiryThresholds } from '../credentials/expiry-thresholds';
import type { Beacon } from '../sessions/beacon';
import type { ClaudeCodeActivity } from '../words/claude-code-activity';
import type { Credential } from '../words/credential';
import type { Hold } from '../words/hold';
import type { FreshLoginTest } from '../words/pending';
import type { AwaitedPart, KeychainReading, Reading, Unread } from '../words/reading';
import type { Host, RemoteAccess, SessionSighting } from '../words/session';
import type { SystemSleep } from '../words/system-sleep';

/** Where this process runs, each of it on its own. */
export interface HostReading {
  readonly macosVersion: Reading<string>;
  readonly managerName: Reading<Host['managerName']>;
}

/** What decides who can reach this Mac and when, each of it on its own. */
export interface RemoteAccessReading {
  readonly remoteLogin: Reading<'on' | 'off'>;
  readonly screenSharing: Reading<'on' | 'off'>;
  readonly autoLogin: Reading<'on' | 'off'>;
  readonly fileVault: Reading<'on' | 'off'>;
  readonly systemSleepMinutes: Reading<number>;
  readonly systemSleep: Reading<SystemSleep>;
}

/**
 * What one search for remote sessions came to. `read`: these are all there are; `doubts` say what of single ones could not
 * be read. `unread`: there may be others, and none of those that were known has ended; `found` was told by other means.
 */
export type SessionsReading =
  | { readonly kind: 'read'; readonly value: readonly SessionSighting[]; readonly doubts: readonly string[] }
  | { readonly kind: 'unread'; readonly reason: string; readonly found: readonly SessionSighting[] };

/** Everything one look has found. The snapshot follows from it, from the time and from the snapshot before. */
export interface Readings {
  /** An IANA name: the conclusion tells its times in it. Asked for only where it tells one: the first time is dear. */
  timeZone(): string;
  /** How the conclusion writes its times; left out: in the fixed form of the command line. */
  locale?(): string;
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
  /** What could not be read this time: of it the values of before stand. Left out: all was. */
  readonly unread?: readonly Unread[];
  /** When the Mac last woke, in milliseconds since 1970, where that is known. */
  readonly wokeAt?: number | null;
  /** Left out: none. */
  readonly hold?: Hold;
  /** What is to be said of hold journals that nobody can read, a sentence each. Left out: nothing. */
  readonly holdJournalTroubles?: readonly string[];
}
