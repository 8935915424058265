import type { Outcome } from '../../core/outcome';
import type { ClaudeCodeActivity } from '../../core/words/claude-code-activity';
import type { Credential } from '../../core/words/credential';
import type { ItemReader, ToolDoors } from '../../system/doors';
import type { ItemLookup } from './item-lookup';

/** What a look at a tool has found, told as of a moment (milliseconds since 1970): what is stored stays, its status does not. */
export type DescribeCredentials = (now: number) => readonly Credential[];

/**
 * A program whose stored login Latchkey watches. A look asks files and attributes only: it never runs the program, never
 * decrypts an item and never refreshes a token.
 */
export interface CredentialTool {
  readonly id: string;
  readonly name: string;
  /** One credential for each login of the tool; one that says so where there is none. */
  look(): Promise<DescribeCredentials>;
  /** After a click only: decrypts the stored login, keeps what tells its end and drops the rest. The next look tells it. */
  readExpiry?(reader: ItemReader): Promise<Outcome<void>>;
  /** Begins to listen at its doors; the way to what got no answer since then, a sentence each. Without it nobody listens. */
  listen?(): () => readonly string[];
  /** What its running processes mean for the login that the last look has found; null where there is nothing to say. */
  readActivity?(): Promise<ClaudeCodeActivity | null>;
}

/** What a tool's look may use: the doors to macOS, and the one search for keychain items that all tools share. */
export interface ToolContext {
  readonly doors: ToolDoors;
  readonly items: ItemLookup;
}
