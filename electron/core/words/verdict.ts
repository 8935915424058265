/** `go`: walking away loses nothing. `nobody`: nobody can come in from elsewhere, so nothing is lost. */
export type VerdictLevel = 'go' | 'not-yet' | 'unlock-first' | 'cannot-tell' | 'nobody';

/** The one click that makes walking away safe. */
export type VerdictPrimary =
  | { readonly kind: 'unlock' | 'keep-unlocked'; readonly keychainPath: string }
  | { readonly kind: 'end-hold' | 'start-desktop-tmux' | 'look-again' }
  | { readonly kind: 'none' }
  | { readonly kind: 'show-login'; readonly tool: string; readonly account?: string };

/** What one place that can be reached from elsewhere has of the logins on this Mac. */
export interface PlaceVerdict {
  /** As in `sessions`. */
  readonly sessionId: string;
  readonly level: Exclude<VerdictLevel, 'nobody'>;
  /** The tools that look logged out there, or will, by their identifiers. */
  readonly tools: readonly string[];
}

/** "Can I go?": the conclusion of a snapshot, said in the same words everywhere. */
export interface Verdict {
  readonly level: VerdictLevel;
  /** One sentence; "should" where something in it is only inferred. */
  readonly sentence: string;
  readonly primary: VerdictPrimary;
  /** The worst first. */
  readonly places: readonly PlaceVerdict[];
}
