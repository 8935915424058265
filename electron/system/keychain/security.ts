import type { Outcome } from '../../core/outcome';
import type { AutoLockSettings } from '../../core/words/keychain';
import type { LockReading } from '../../core/words/reading';
import type { CertificateSighting } from './certificate-list';
import type { SigningIdentity } from './signing-identities';

export interface LockDoor {
  /** `framework`: a call in this process, microseconds. `jxa`, `security-tool`: one child process a look, so a slower beat. */
  readonly means: 'framework' | 'jxa' | 'security-tool' | 'none';
  read(keychainPath: string): Promise<LockReading>;
}

/** How a call of the `security` tool can fail; each of its exit codes has its own. */
export type SecurityFailureCode =
  | 'interaction-not-allowed'
  | 'interaction-required'
  | 'wrong-password'
  | 'item-not-found'
  | 'no-such-keychain'
  | 'invalid-keychain'
  | 'duplicate-item'
  | 'no-default-keychain'
  | 'cancelled'
  | 'dark-wake'
  | 'missing-entitlement'
  | 'usage'
  | 'could-not-open'
  | 'timed-out'
  | 'killed'
  | 'garbled'
  | 'not-found'
  | 'busy'
  | 'aborted'
  | 'unrecognised';

export type SecurityOutcome<Value = void> = Outcome<Value, SecurityFailureCode>;

/** The attributes of a keychain item; nothing of it was decrypted. */
export interface ItemAttributes {
  readonly keychainPath: string;
  readonly account: string | null;
  readonly createdAt: number | null;
  /** Milliseconds since 1970 of the last write. */
  readonly modifiedAt: number | null;
}

/** The one door to macOS's `security` tool. */
export interface SecurityTool {
  listKeychains(): Promise<SecurityOutcome<readonly string[]>>;
  defaultKeychain(): Promise<SecurityOutcome<string>>;
  loginKeychain(): Promise<SecurityOutcome<string>>;
  /** Raises the system's own dialog and waits for its answer, five minutes at most. `signal` ends it. */
  unlockWithSystemDialog(keychainPath: string, signal: AbortSignal): Promise<SecurityOutcome>;
  lock(keychainPath: string): Promise<SecurityOutcome>;
  lockAll(): Promise<SecurityOutcome>;
  /** Both values, always: the tool resets the one that is left out. */
  setAutoLock(keychainPath: string, settings: AutoLockSettings): Promise<SecurityOutcome>;
  /** Attributes only. `item-not-found` is an answer: there is none. */
  findItem(query: {
    service: string;
    account?: string;
    keychainPath?: string;
  }): Promise<SecurityOutcome<ItemAttributes>>;
  /** The same for an internet password, by its server. */
  findInternetItem(query: { server: string; account?: string }): Promise<SecurityOutcome<ItemAttributes>>;
  /** What codesign could sign with, valid or not, in all keychains that are searched. Uses no key. */
  findIdentities(): Promise<SecurityOutcome<readonly SigningIdentity[]>>;
  /** The certificates in one keychain. They are public: nothing is decrypted. */
  findCertificates(keychainPath: string): Promise<SecurityOutcome<readonly CertificateSighting[]>>;
  /** Decrypts. Only after a click, only while unlocked; `parse` keeps what may leave and the rest is dropped here. */
  readItem<Value>(
    query: { service: string; account?: string; keychainPath?: string },
    parse: (secret: string) => Value,
  ): Promise<SecurityOutcome<Value>>;
}
