import type { CauseId } from '../causes';

export type MessageSeverity = 'critical' | 'warning' | 'info';

/** A text that a tool prints, in data: what it means, how to tell, and which causes it points to. */
export interface Message {
  readonly id: string;
  /** The tools that print it; empty where many do. */
  readonly tools: readonly string[];
  /**
   * The words to look for, as printed. `*` stands for whatever the text has in that place (a name, a path, a number) up to
   * the next words. Any one of them is enough.
   */
  readonly texts: readonly string[];
  readonly meaning: string;
  readonly severity: MessageSeverity;
  /** The likeliest first. */
  readonly causes: readonly [CauseId, ...CauseId[]];
  /** `proves`: only the first cause prints this. `suggests`: what was measured decides between the causes. */
  readonly weight: 'proves' | 'suggests';
  readonly howToTell: string;
}

/** A recognised text without the text. */
export type MessageFact =
  | {
      readonly kind: 'recognised';
      readonly id: string;
      readonly tools: readonly string[];
      readonly causes: readonly CauseId[];
      readonly weight: Message['weight'];
    }
  | { readonly kind: 'unknown' };

/** What is shown of it. */
export type MessageVerdict =
  | {
      readonly kind: 'recognised';
      readonly id: string;
      readonly tools: readonly string[];
      readonly meaning: string;
      readonly severity: MessageSeverity;
      readonly howToTell: string;
    }
  | { readonly kind: 'unknown'; readonly sentence: string };
