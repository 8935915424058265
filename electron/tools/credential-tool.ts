import type { Outcome } from '../core/outcome';
import type { Credential } from '../core/snapshot';

/** What a look at a tool has found, told as of a moment (milliseconds since 1970): what is stored stays, its status does not. */
export type DescribeCredential = (now: number) => Credential;

/**
 * A program whose stored login Latchkey watches. A look asks files and attributes only: it never runs the program, never
 * decrypts an item and never refreshes a token.
 */
export interface CredentialTool {
  readonly id: string;
  readonly name: string;
  /** macOS paths of the folders whose changes are worth a look. */
  folders(): readonly string[];
  look(): Promise<DescribeCredential>;
  /** After a click only: decrypts the stored login, keeps what tells its end and drops the rest. The next look tells it. */
  readExpiry(): Promise<Outcome<void>>;
}
