import type { Part } from '../../core/look/look-intervals';
import type { ComparedFile } from '../../core/look/what-is-due';

/** A file that tells of something that a look reads. */
export interface WatchedFile {
  /** Its macOS path. */
  readonly path: string;
  /** As it was when that was read last. */
  readonly fingerprint: string | null;
  /** What its change has read again; `locks`: the lock states and the auto-lock settings, which every look reads. */
  readonly tellsOf: { readonly part: Part | 'locks' } | { readonly part: 'credentials'; readonly tool: string };
}

/** One that a hint has named, and what became of it since. */
export interface HintedFile extends ComparedFile {
  readonly tellsOf: WatchedFile['tellsOf'];
}

/** What a look is taken for. */
export type Occasion =
  | { readonly kind: 'beat' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'wake' }
  /** Somebody wants to know: of these parts, or of all. */
  | { readonly kind: 'user'; readonly parts?: readonly Part[] }
  | { readonly kind: 'files'; readonly hinted: readonly HintedFile[] };
