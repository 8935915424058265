import type { AccountSighting } from './claude-code-account';
import type { ClaudeCodeFolder } from './claude-code-folders';
import type { ActiveProfile, Override } from './claude-code-overrides';
import type { StoredLogin } from './claude-code-payload';
import type { UnreadFile } from './unread-file';

/** A keychain item, by its attributes. */
export interface FoundItem {
  readonly kind: 'found';
  readonly service: string;
  readonly account: string;
  readonly keychainPath: string;
  readonly isInLoginKeychain: boolean;
  /** Found under the name without a hash while a configuration folder was chosen: it may belong to another login. */
  readonly mayBeAnothers: boolean;
  /** Milliseconds since 1970 of its last write; null when not told. */
  readonly modifiedAt: number | null;
}

/** `unknown`: the keychains could not be searched. */
export type ItemSighting =
  | FoundItem
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string };

/** The plain file that Claude Code writes where it cannot write to the keychain. */
export interface FoundFile {
  readonly kind: 'file';
  readonly path: string;
  readonly modifiedAt: number | null;
  readonly login: StoredLogin;
}

export type FileSighting = FoundFile | { readonly kind: 'none' };

/** What was found for one configuration folder, before it is said what follows from it at a moment. Holds no secret. */
export interface ClaudeCodeSighting {
  /** Which of several; null for the only one. */
  readonly account: string | null;
  readonly installed: boolean;
  readonly override: Override | null;
  readonly profile: ActiveProfile | null;
  readonly item: ItemSighting;
  readonly apiKeyItem: ItemSighting;
  readonly file: FileSighting;
  /** What the item held when a click last had it read; null when it was not read since its last write. */
  readonly readLogin: StoredLogin | null;
  readonly noted: AccountSighting;
  /** Files of settings that are there and cannot be read. */
  readonly unread: readonly UnreadFile[];
}

/** A project in which one runs, whose own settings have it use something else than the user's do. */
export interface ProjectSighting {
  readonly sighting: ClaudeCodeSighting;
  readonly usesOther: boolean;
}

/** One of its configuration folders, and what was found there. */
export interface SightedFolder {
  readonly folder: ClaudeCodeFolder;
  readonly sighting: ClaudeCodeSighting;
}
