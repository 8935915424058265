import type { HoldEnd, HoldOwner, HoldRequest } from './hold';
import type { AutoLockSettings, SecuritySession } from './snapshot';

/** How far one keychain is. It is written before the step that it speaks of begins. */
export type HoldProgress =
  /** Its settings were not written. */
  | 'untouched'
  /** They are about to be, or were, written. */
  | 'held'
  /** They are back; it may still have to be locked. */
  | 'put-back'
  /** Nothing is left to do. */
  | 'done';

export interface HoldEntry {
  /** macOS path. */
  readonly path: string;
  /** The keychain's own signature, in hex: another file at its path has another one. Null: it could not be read. */
  readonly signature: string | null;
  readonly before: AutoLockSettings;
  readonly wasLocked: boolean;
  readonly progress: HoldProgress;
  /** It was seen locked after the hold had unlocked it, so who unlocked it then is to keep it so. */
  readonly lockedSince: boolean;
  /** The user's word where its settings are others than ours. */
  readonly decision: 'put-back' | 'leave' | null;
}

/** Which run of the Mac and which login: after another one began, every keychain has been locked in between. */
export interface LoginMark {
  /** Milliseconds since 1970; two readings within one run differ by what the clock was set by. Null: not known. */
  readonly bootedAtMs: number | null;
  /** The login's own number, where macOS tells it. */
  readonly login: string | null;
}

/** What a hold must know to put everything back, whoever reads it: a file that is on disk before the first change. */
export interface HoldJournal {
  readonly schemaVersion: 1;
  readonly owner: { readonly kind: HoldOwner; readonly pid: number };
  readonly startedIn: LoginMark;
  readonly session: SecuritySession;
  readonly startedAt: string;
  readonly end: HoldEnd;
  readonly keepAwake: boolean;
  readonly relock: HoldRequest['relock'];
  readonly phase: 'entering' | 'holding' | 'restoring';
  /** The app quit and the user wished that the hold goes on: the next start takes it up again. */
  readonly goesOn: boolean;
  readonly keychains: readonly HoldEntry[];
}

const bootToleranceMs = 60_000;

/** Whether nothing has logged out or restarted between the two readings. */
export const isSameLogin = (one: LoginMark, other: LoginMark): boolean => {
  if (one.login !== other.login) return false;
  if (one.bootedAtMs === null || other.bootedAtMs === null) return true;
  return Math.abs(one.bootedAtMs - other.bootedAtMs) <= bootToleranceMs;
};
