/** What Latchkey can have put on a Mac, in the order in which it is taken out. */
export type RemovablePart = 'hold' | 'launch-agent' | 'shell-lines' | 'command-link' | 'login-item' | 'support-folder';

/** One thing that was found, and what came of it. */
export interface RemovedPart {
  readonly part: RemovablePart;
  /** The macOS path of what was taken out, or what it is called where it is no file. */
  readonly what: string;
  /** `kept`: nobody has asked for it to go. */
  readonly outcome: { readonly kind: 'removed' } | { readonly kind: 'kept' | 'failed'; readonly reason: string };
}

/** What taking Latchkey out has found; nothing at all where there was nothing of it. */
export interface Removal {
  readonly parts: readonly RemovedPart[];
  /** A hold could not be put back, so nothing else was touched: what is to be put back would be lost. */
  readonly isStopped: boolean;
}
