import type { ClaudeCodeActivity } from './claude-code-activity';
import type { Credential } from './credential';
import type { Hold } from './hold';
import type { Keychain } from './keychain';
import type { Unread } from './reading';
import type { Host, RemoteAccess, RemoteSession } from './session';
import type { Verdict } from './verdict';
import type { Warning } from './warning';

/**
 * The snapshot: one immutable value with everything Latchkey knows, as `latchkey status --json` prints it.
 * Plain JSON data. Times are ISO 8601 UTC strings, units stand in the names, and what is not known is said with its reason.
 */

export interface Snapshot {
  readonly schemaVersion: 1;
  readonly takenAt: string;
  readonly host: Host;
  readonly keychains: readonly Keychain[];
  readonly remoteAccess: RemoteAccess;
  readonly sessions: readonly RemoteSession[];
  readonly credentials: readonly Credential[];
  /** Left out where no Claude Code runs and none has a login to renew. */
  readonly claudeCode?: ClaudeCodeActivity;
  /** The conclusion: whether somebody can walk away now. */
  readonly verdict: Verdict;
  readonly warnings: readonly Warning[];
  readonly hold: Hold;
  /** What could not be read: left out where all was. */
  readonly unread?: readonly Unread[];
  /** What the first look is still waiting for: of it nothing is known yet. Left out once all has come. */
  readonly awaited?: readonly ('host' | 'keychain-list' | 'remote-access' | 'sessions' | 'beacons' | 'credentials')[];
}
