import type { CauseId } from '../causes/causes';
import type { LocalProgramId } from './local-programs';

export type MessageSeverity = 'critical' | 'warning' | 'info';

/**
 * How much a text says, the most first: a code or a whole sentence of one program; one tool's words; an answer of a service by
 * its number; words that many use; the network's, which a log is full of.
 */
export type MessageLevel = 'exact' | 'tool' | 'answer' | 'general' | 'network';

export type MessageWeight = 'proves' | 'suggests';

/** A text that a tool prints, in data: what it means, how to tell, and which causes it points to. */
export interface Message {
  readonly id: string;
  /** The tools that print it; empty where many do. */
  readonly tools: readonly string[];
  /** Left out: `tool` where it names tools, else `general`. */
  readonly level?: MessageLevel;
  /** It passes on what another tool has said: that one is meant too, where the text names it. */
  readonly passesOn?: true;
  /**
   * The words to look for, as printed. `*` stands for whatever the text has in that place (a name, a path, a number) up to
   * the next words; `#` at the end for the rest of a word. Any one of them is enough.
   */
  readonly texts: readonly string[];
  readonly meaning: string;
  /** Left out: `critical`. */
  readonly severity?: MessageSeverity;
  /** The likeliest first. */
  readonly causes: readonly [CauseId, ...CauseId[]];
  /** `proves`: only the first cause prints this. `suggests`, or left out: what was measured decides between the causes. */
  readonly weight?: MessageWeight;
  readonly howToTell: string;
}

/** What is shown of a text that was recognised; the text itself is not in it. */
interface RecognisedMessage {
  readonly kind: 'recognised';
  readonly id: string;
  readonly tools: readonly string[];
  readonly meaning: string;
  readonly severity: MessageSeverity;
  readonly howToTell: string;
}

export type MessageVerdict = RecognisedMessage | { readonly kind: 'unknown'; readonly sentence: string };

/** The same with what follows from it. */
export type MessageFact =
  | (RecognisedMessage & {
      readonly causes: readonly CauseId[];
      readonly weight: MessageWeight;
      readonly level: MessageLevel;
      /** Which program of this Mac it names, where it is about one. */
      readonly program?: LocalProgramId;
      /** Names of variables and settings that it says compete with the login; never a value. */
      readonly variables?: readonly string[];
    })
  | { readonly kind: 'unknown' };
