import type { Outcome } from '../core/outcome';
import type { Credential } from '../core/snapshot';

/** The credentials' part of the monitor: read from disk on its own beat, told as of the moment on each look. */
export interface Credentials {
  read(): Promise<void>;
  /** @param now milliseconds since 1970 */
  describe(now: number): readonly Credential[];
  /** macOS paths of the folders whose changes are worth a look. */
  folders(): readonly string[];
  /** After a click only: decrypts the item of the tool and keeps its two times. */
  readExpiry(tool: string): Promise<Outcome<void>>;
}
