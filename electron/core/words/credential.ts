import type { UnreadMark } from './reading';

export type CredentialStore =
  | 'login-keychain'
  | 'other-keychain'
  | 'file'
  | 'environment'
  | 'desktop-app'
  | 'none'
  | 'unknown';

export type CredentialStatus =
  | 'valid'
  | 'expiring'
  | 'expired'
  | 'renews-itself'
  | 'signed-out'
  | 'unreadable'
  | 'unknown';

export type ExpiryOf = 'login' | 'access-token' | 'session' | 'certificate';

/** When something ends. */
export interface Expiry {
  readonly of: ExpiryOf;
  /** Of a day that somebody has entered: its last second, here. */
  readonly at: string;
  /** Something renews it by then: its end is no news. */
  readonly isRenewed?: true;
  /** `entered`: the user has said so, since nothing on the disk does. Left out where it was read. */
  readonly basis?: 'entered';
  /** The day that was entered, as YYYY-MM-DD. */
  readonly endsOn?: string;
}

export interface Credential {
  /** The tool's identifier, e.g. `claude-code`. */
  readonly tool: string;
  readonly name: string;
  /** Which of the tool's logins, where it can have several: a host, a profile, a registry, an account. */
  readonly account?: string;
  readonly installed: boolean;
  readonly store: CredentialStore;
  /** macOS path of the keychain that holds it, where that is not the login keychain. */
  readonly keychainPath?: string;
  readonly overSsh: 'breaks' | 'survives' | 'unknown';
  /** One sentence that names the file or the item. */
  readonly reason: string;
  readonly status: CredentialStatus;
  readonly expiry: Expiry | null;
  /** A token whose end only its service knows: the user may enter it. */
  readonly mayEnterEndDate?: true;
  /** What its sign-in has to name, where the account is not that: a profile of the AWS CLI. */
  readonly profile?: string;
  /** When the file or the item that holds it was last written, where that was seen. */
  readonly writtenAt?: string;
  /** The words in which a locked keychain, or an ended login, shows in that tool: what somebody will search for. */
  readonly symptom?: string;
  readonly unread?: UnreadMark;
}
