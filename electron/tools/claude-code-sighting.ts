import type { StoredLogin } from './claude-code-payload';

/** A keychain item, by its attributes. `unknown`: the keychains could not be searched. */
export type ItemSighting =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string }
  | {
      readonly kind: 'found';
      readonly service: string;
      readonly account: string;
      readonly keychainPath: string;
      readonly isInLoginKeychain: boolean;
      /** Found under the name without a hash while a configuration folder was chosen: it may belong to another login. */
      readonly mayBeAnothers: boolean;
      /** Milliseconds since 1970 of its last write; null when not told. */
      readonly modifiedAt: number | null;
    };

export type FileSighting =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly path: string; readonly modifiedAt: number | null; readonly login: StoredLogin };

/** What was found of Claude Code, before it is said what follows from it at a moment. Holds no secret. */
export interface ClaudeCodeSighting {
  readonly installed: boolean;
  /** What outranks the stored login, and where that is set. */
  readonly override: { readonly name: string; readonly where: string } | null;
  readonly item: ItemSighting;
  readonly apiKeyItem: ItemSighting;
  readonly file: FileSighting;
  /** What the item held when a click last had it read; null when it was not read since its last write. */
  readonly readLogin: StoredLogin | null;
  /** An account is noted in the configuration: it was signed in once. */
  readonly hasAccount: boolean;
}
