import type { HoldJournal } from '../../core/hold/hold-journal';
import type { Outcome } from '../../core/outcome';
import type { FolderNames } from '../files/bounded-folder';
import type { KeychainFileReading } from '../keychain/keychain-file-reading';

export type HoldJournalReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'journal'; readonly journal: HoldJournal }
  /** Nothing in it can be believed. It may be set aside. */
  | { readonly kind: 'garbled'; readonly reason: string }
  /** It may be right: it could not be read just now, or a newer Latchkey wrote it. It stays where it is. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * The one file that says what a hold has to put back, and the lock that one process at a time has on it. Paths in
 * sentences are macOS paths.
 */
export interface HoldJournalDoor {
  /**
   * Takes the lock, for this process and for each `security` that it starts meanwhile; it ends with the last of them,
   * however they end.
   *
   * @returns `elsewhere`: another process, or a `security` whose Latchkey is gone, has it.
   */
  claim(): Promise<Outcome<'claimed' | 'elsewhere', 'no-lock'>>;
  /** Gives the lock back. Without it: nothing. */
  release(): void;
  read(): Promise<HoldJournalReading>;
  /** On disk when it resolves, all of it or what was there before. */
  write(journal: HoldJournal): Promise<Outcome<void, 'not-written'>>;
  remove(): Promise<Outcome<void, 'not-removed'>>;
  /** Whether an interrupted write, or a request that nobody heard, has left something. */
  hasLeftovers(): Promise<boolean>;
  /** Renames what cannot be believed. @returns its new macOS path. */
  setAside(): Promise<Outcome<string, 'not-set-aside'>>;
  /** macOS paths of what was set aside and is still there. */
  listSetAside(): Promise<FolderNames>;
  /** Asks the process that keeps the hold, where that is another one, to end it. */
  requestEnd(relock: boolean): Promise<Outcome<void, 'not-written'>>;
  /** Whether somebody has asked; asking again after this says no. */
  takeEndRequest(): Promise<{ readonly relock: boolean } | null>;
}

export interface HoldDoors {
  readonly holdJournal: HoldJournalDoor;
  /** What a keychain's file itself says, whatever a session runs on. */
  readKeychainFile(keychainPath: string): Promise<KeychainFileReading>;
  /** Makes sure that what macOS has written to a keychain is on the drive; where that cannot be, nothing is lost but the certainty. */
  syncKeychainFile(keychainPath: string): Promise<void>;
  /** macOS paths of what is named like a keychain in a folder: one that was renamed is looked for there. */
  listKeychainFiles(folder: string): Promise<FolderNames>;
  /** Milliseconds that no change of the clock moves; comparable within one process. */
  monotonicNow(): number;
  /** The number of the login that this process runs in; null where macOS does not tell it. */
  readonly loginNumber: string | null;
}
