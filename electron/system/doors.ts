import type { Beacon } from '../core/beacon';
import type { Outcome } from '../core/outcome';
import type { LockReading, SessionSighting } from '../core/readings';
import type { AutoLock, AutoLockSettings, Host, RemoteAccess } from '../core/snapshot';
import type { CertificateSighting } from './certificate-list';
import type { DesktopTmuxDoor } from './desktop-tmux';
import type { EndDatesFile } from './end-dates-file';
import type { FreshLogin, FreshLoginProblem } from './fresh-login';
import type { HistoryDoor } from './history-folder';
import type { HoldDoors } from './hold-doors';
import type { MacHost } from './host';
import type { AppAccessDoor } from './keytar-door';
import type { ProcessTable } from './process-list';
import type { ShellHelperDoor } from './shell-helper-door';
import type { SigningIdentity } from './signing-identities';
import type { UndoDoor } from './undo-file';
import type { UnlockPromptProblem } from './unlock-prompt';

export type { LockReading, SessionSighting };

export interface LockDoor {
  /** `framework`: a call in this process, microseconds. `jxa`, `security-tool`: one child process a look, so a slower beat. */
  readonly means: 'framework' | 'jxa' | 'security-tool' | 'none';
  read(keychainPath: string): Promise<LockReading>;
}

export interface AutoLockDoor {
  /** The settings in force while unlocked, the stored ones otherwise. Never unlocks, so never prompts. */
  read(keychainPath: string, lock: LockReading): Promise<AutoLock>;
}

/** How a call of the `security` tool can fail; each of its exit codes has its own. */
export type SecurityFailureCode =
  | 'interaction-not-allowed'
  | 'interaction-required'
  | 'wrong-password'
  | 'item-not-found'
  | 'no-such-keychain'
  | 'invalid-keychain'
  | 'duplicate-item'
  | 'no-default-keychain'
  | 'cancelled'
  | 'dark-wake'
  | 'missing-entitlement'
  | 'usage'
  | 'could-not-open'
  | 'timed-out'
  | 'killed'
  | 'garbled'
  | 'not-found'
  | 'busy'
  | 'aborted'
  | 'unrecognised';

export type SecurityOutcome<Value = void> = Outcome<Value, SecurityFailureCode>;

/** The attributes of a keychain item; nothing of it was decrypted. */
export interface ItemAttributes {
  readonly keychainPath: string;
  readonly account: string | null;
  readonly createdAt: number | null;
  /** Milliseconds since 1970 of the last write. */
  readonly modifiedAt: number | null;
}

/** The one door to macOS's `security` tool. */
export interface SecurityTool {
  listKeychains(): Promise<SecurityOutcome<readonly string[]>>;
  defaultKeychain(): Promise<SecurityOutcome<string>>;
  loginKeychain(): Promise<SecurityOutcome<string>>;
  /** Raises the system's own dialog and waits for its answer, five minutes at most. `signal` ends it. */
  unlockWithSystemDialog(keychainPath: string, signal: AbortSignal): Promise<SecurityOutcome>;
  lock(keychainPath: string): Promise<SecurityOutcome>;
  lockAll(): Promise<SecurityOutcome>;
  /** Both values, always: the tool resets the one that is left out. */
  setAutoLock(keychainPath: string, settings: AutoLockSettings): Promise<SecurityOutcome>;
  /** Attributes only. `item-not-found` is an answer: there is none. */
  findItem(query: {
    service: string;
    account?: string;
    keychainPath?: string;
  }): Promise<SecurityOutcome<ItemAttributes>>;
  /** The same for an internet password, by its server. */
  findInternetItem(query: { server: string; account?: string }): Promise<SecurityOutcome<ItemAttributes>>;
  /** What codesign could sign with, valid or not, in all keychains that are searched. Uses no key. */
  findIdentities(): Promise<SecurityOutcome<readonly SigningIdentity[]>>;
  /** The certificates in one keychain. They are public: nothing is decrypted. */
  findCertificates(keychainPath: string): Promise<SecurityOutcome<readonly CertificateSighting[]>>;
  /** Decrypts. Only after a click, only while unlocked; `parse` keeps what may leave and the rest is dropped here. */
  readItem<Value>(
    query: { service: string; account?: string; keychainPath?: string },
    parse: (secret: string) => Value,
  ): Promise<SecurityOutcome<Value>>;
}

/** What somebody can do for a remote session with a click. None of it ever runs by itself. */
export interface RemoteHelp {
  /** Logs in to this Mac over SSH and asks there; nine seconds at most. */
  testFreshLogin(): Promise<Outcome<FreshLogin, FreshLoginProblem>>;
  /** Opens a window in the tmux server of this socket in which the user unlocks the keychain. */
  openUnlockPrompt(socket: string, keychainPath: string): Promise<Outcome<void, UnlockPromptProblem>>;
  readonly desktopTmux: DesktopTmuxDoor;
}

export interface MacDoors extends HoldDoors {
  readonly host: MacHost;
  readonly lock: LockDoor;
  readonly autoLock: AutoLockDoor;
  readonly security: SecurityTool;
  readonly remoteHelp: RemoteHelp;
  readonly autoLockUndo: UndoDoor;
  readonly shellHelper: ShellHelperDoor;
  readonly endDates: EndDatesFile;
  readonly appAccess: AppAccessDoor;
  readHost(): Promise<Host>;
  readRemoteAccess(): Promise<RemoteAccess>;
  /** SSH logins, and servers and agents that outlive them, before it is said what they see. */
  readRemoteSessions(): Promise<readonly SessionSighting[]>;
  /** All processes by pid, in one pass that everybody who asks meanwhile shares; null when `ps` does not answer. */
  readProcesses(): Promise<ProcessTable | null>;
  /** What shell helpers have reported from inside remote shells, as far as it can be believed. */
  readBeacons(): Promise<readonly Beacon[]>;
  /** When this Mac was started, milliseconds since 1970; null where that cannot be told. */
  readBootTime(): Promise<number | null>;
  readonly history: HistoryDoor;
  /** Changes whenever the file does (size, inode, modification time); null when it cannot be read. */
  fileFingerprint(macPath: string): Promise<string | null>;
  /** Says that something under these paths may have changed; a hint to look, never a fact. Returns the way to stop. */
  watchFiles(macPaths: readonly string[], onHint: () => void): () => void;
}
