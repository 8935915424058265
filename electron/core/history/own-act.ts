import type { AutoLockSettings } from '../words/keychain';
import type { ActionTarget } from '../words/pending';

/** Something that Latchkey itself does to a keychain, as its doors saw it begin and end. Times are milliseconds since 1970. */
export interface OwnAct {
  readonly kind: 'unlock' | 'lock' | 'set-auto-lock' | 'use';
  /** One keychain, or all of this session's; null: it is not known which. */
  readonly target: Extract<ActionTarget, { readonly kind: 'keychain' | 'everything' }> | null;
  readonly startedAt: number;
  /** Null while it is under way. */
  readonly endedAt: number | null;
  /** Whether macOS said that it was done. */
  readonly isDone: boolean;
  /** What was written. */
  readonly settings?: AutoLockSettings;
}

/** What a look finds may be as old as this when it is published. */
const lookLastsMs = 10_000;

/** Whether an act that has ended can have done what was first seen at `seenAt`. */
export const canHaveDone = (act: OwnAct, keychainPath: string, seenAt: number): boolean =>
  act.isDone &&
  act.endedAt !== null &&
  isDoneTo(act, keychainPath) &&
  act.startedAt <= seenAt &&
  seenAt - act.endedAt <= lookLastsMs;

export const isDoneTo = ({ target }: OwnAct, keychainPath: string): boolean =>
  target?.kind === 'everything' || (target?.kind === 'keychain' && target.path === keychainPath);

/** Whether it is still to be kept in mind: it goes on, or a look to come may be the first to see what it did. */
export const isRecent = (act: OwnAct, now: number): boolean =>
  act.endedAt === null || Math.abs(now - act.endedAt) <= lookLastsMs;
