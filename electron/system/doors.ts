import type { Outcome } from '../core/outcome';
import type { Beacon } from '../core/sessions/beacon';
import type { HostReading, RemoteAccessReading, SessionsReading } from '../core/state/readings';
import type { Reading } from '../core/words/reading';
import type { SessionAttributes } from '../core/words/session';
import type { AutoLockDoor } from './auto-lock/auto-lock-doors';
import type { UndoDoor } from './auto-lock/undo-file';
import type { CommandLinkDoor } from './command-line/command-link-door';
import type { EndDatesFile } from './credentials/end-dates-file';
import type { FolderNames } from './files/bounded-folder';
import type { FileFingerprint } from './files/file-fingerprint';
import type { FileWatch } from './files/file-watch';
import type { HistoryDoor } from './history/history-folder';
import type { HoldDoors } from './hold/hold-doors';
import type { ItemListingDoor } from './keychain/item-listing';
import type { AppAccessDoor } from './keychain/keytar-door';
import type { LockDoor, SecurityTool } from './keychain/security';
import type { MacHost } from './mac/host';
import type { ProcessTable } from './processes/process-list';
import type { ReadDesk } from './sessions/desktop-session';
import type { DesktopTmuxDoor } from './sessions/desktop-tmux';
import type { FreshLogin, FreshLoginProblem } from './sessions/fresh-login';
import type { SessionsAsking } from './sessions/remote-sessions';
import type { ShellHelperDoor } from './sessions/shell-helper-door';
import type { UnlockPromptProblem } from './sessions/unlock-prompt';

/** What somebody can do for a remote session with a click. None of it ever runs by itself. */
export interface RemoteHelp {
  /** Logs in to this Mac over SSH and asks there; nine seconds at most. */
  testFreshLogin(): Promise<Outcome<FreshLogin, FreshLoginProblem>>;
  /** Opens a window in the tmux server of this socket in which the user unlocks the keychain. */
  openUnlockPrompt(socket: string, keychainPath: string): Promise<Outcome<void, UnlockPromptProblem>>;
  readonly desktopTmux: DesktopTmuxDoor;
}

/** The one door that decrypts. Whoever is not handed it cannot. */
export type ItemReader = Pick<SecurityTool, 'readItem'>;

/** What a tool's look may use: it reads, and nothing in it can raise a dialog, decrypt an item or change anything. */
export interface ToolDoors extends Pick<MacDoors, 'host' | 'fileFingerprint' | 'readFolder' | 'readProcesses'> {
  readonly lock: Pick<LockDoor, 'read'>;
  readonly itemListing: Pick<ItemListingDoor, 'list'>;
  readonly security: Pick<
    SecurityTool,
    'listKeychains' | 'loginKeychain' | 'findItem' | 'findInternetItem' | 'findIdentities' | 'findCertificates'
  >;
}

export interface MacDoors extends HoldDoors {
  readonly host: MacHost;
  /** An IANA name, as it is now: whoever travels changes it while the app runs. */
  timeZone(): string;
  /** How the user's system writes times, as a language tag; left out: nobody has told. */
  locale?(): string;
  readonly lock: LockDoor;
  readonly autoLock: AutoLockDoor;
  readonly security: SecurityTool;
  readonly itemListing: ItemListingDoor;
  readonly remoteHelp: RemoteHelp;
  readonly autoLockUndo: UndoDoor;
  readonly shellHelper: ShellHelperDoor;
  /** Loaded when somebody asks for it, which is seldom. */
  commandLink(): Promise<CommandLinkDoor>;
  readonly endDates: EndDatesFile;
  readonly appAccess: AppAccessDoor;
  /** Whether the user is logged in at the desktop; from elsewhere one child. */
  readonly readDesk: ReadDesk;
  /** Which security session this process is in, in a call of microseconds as a rule. */
  readSecuritySession(): Promise<Outcome<SessionAttributes>>;
  readHost(): Promise<HostReading>;
  readRemoteAccess(): Promise<RemoteAccessReading>;
  /** SSH logins, and servers and agents that outlive them, before it is said what they see. */
  readRemoteSessions(asking?: SessionsAsking): Promise<SessionsReading>;
  /** All processes by pid, as of the last pass that the remote sessions took. */
  readProcesses(): Promise<Reading<ProcessTable>>;
  /** What shell helpers have reported from inside remote shells, as far as it can be believed. */
  readBeacons(): Promise<Reading<readonly Beacon[]>>;
  /** When this Mac was started, milliseconds since 1970; null where that cannot be told. */
  readBootTime(): Promise<number | null>;
  readonly history: HistoryDoor;
  /** The names in a folder of the user's, in order and no more than `most`. One that cannot be listed is not an empty one. */
  readFolder(macPath: string, most: number): Promise<FolderNames>;
  /** Changes whenever the file does (size, inode, times); null when there is none. See there what one looks like that could not be taken. */
  fileFingerprint(macPath: string): Promise<FileFingerprint>;
  /** Says of files that are followed that they may have changed: a hint to look, never a fact. */
  watchFiles(onHint: (macPath: string) => void): FileWatch;
}
