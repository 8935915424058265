import type { AutoLockSettings, LockState, SessionKind } from './snapshot';

/**
 * Why a keychain is in another state than before. `idle`: its idle timeout had run out since its last known use. `sleep`: it
 * locks on sleep, and the Mac slept. `manual`: somebody did it. `restart`: the Mac was started again. `unknown`: what was
 * observed bears none of these.
 */
export type LockCause = 'idle' | 'sleep' | 'manual' | 'restart' | 'unknown';

/** Who changed something. `elsewhere`: macOS, or a person or program by other means than Latchkey. */
export type Doer = 'latchkey' | 'elsewhere' | 'unknown';

/**
 * Present where an event tells what was found, not what happened then: `first-seen` at the first look, `carried-over` at
 * the beginning of a day's file, so that the file can be read by itself.
 */
export type Found = 'first-seen' | 'carried-over';

interface Occurrence {
  /** ISO 8601, UTC: when it was seen. */
  readonly at: string;
}

export type LockStateEvent = Occurrence & {
  readonly kind: 'lock-state';
  readonly keychainPath: string;
  readonly state: LockState;
  readonly cause: LockCause;
  readonly by: Doer;
  readonly found?: Found;
};

export type AutoLockEvent = Occurrence & {
  readonly kind: 'auto-lock';
  readonly keychainPath: string;
  readonly before: AutoLockSettings;
  readonly after: AutoLockSettings;
  readonly by: Doer;
};

export type SessionEvent = Occurrence & {
  readonly kind: 'session-came' | 'session-left';
  readonly sessionId: string;
  readonly sessionKind: SessionKind;
  readonly name?: string;
  /** The address or host name that it comes from. */
  readonly from?: string;
  readonly found?: Found;
};

export type LoginEvent = Occurrence & {
  readonly kind: 'login-expiring' | 'login-expired';
  readonly tool: string;
  readonly account?: string;
};

export type AppEvent = Occurrence & {
  /** `watching`: the app runs and nothing has happened for a while, so that its end can be told after a crash. */
  readonly kind: 'app-started' | 'app-stopped' | 'watching';
  /** When this Mac was started, where it could be told. */
  readonly bootedAt?: string;
  readonly found?: Found;
};

export type HoldEvent = Occurrence & {
  readonly kind: 'hold-started' | 'hold-ended' | 'hold-restored';
  /** When it is to end, where that is a time. */
  readonly until?: string;
  /** Of the end: whether all settings are as they were. Where not, `hold-restored` follows. */
  readonly isRestored?: boolean;
  readonly found?: Found;
};

/** One line of the history. It holds no secret and no command line. */
export type HistoryEvent =
  | LockStateEvent
  | AutoLockEvent
  | SessionEvent
  | LoginEvent
  | AppEvent
  | HoldEvent
  | (Occurrence & { readonly kind: 'sleep' | 'wake'; readonly found?: Found })
  /** The day's file is full: what happened later that day was not kept. */
  | (Occurrence & { readonly kind: 'truncated' });
