import type { Notice, PendingAction } from './monitor-state';
import type { Outcome } from './outcome';

export type ActionKind = PendingAction['kind'];

const doneSentences: Record<ActionKind, string> = {
  unlock: 'Unlocked in this desktop session.',
  lock: 'Locked in this desktop session.',
  'set-auto-lock': 'The auto-lock settings are changed.',
  'read-expiry': 'The expiry was read from the keychain.',
};

/** Tells what an action came to. Cancelling the system's dialog is an answer, not an error. */
export const noticeOf = (kind: ActionKind, outcome: Outcome<unknown>, now: number): Notice => {
  const at = new Date(now).toISOString();
  if (outcome.ok) return { kind: 'done', code: 'done', sentence: doneSentences[kind], at };
  const cancelled = outcome.code === 'cancelled' || outcome.code === 'aborted';
  return { kind: cancelled ? 'cancelled' : 'failed', code: outcome.code, sentence: outcome.reason, at };
};
