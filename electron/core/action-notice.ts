import type { Notice, PendingAction } from './monitor-state';
import type { Outcome } from './outcome';

export type ActionKind = PendingAction['kind'];

const doneSentences: Record<ActionKind, string> = {
  unlock: 'Unlocked in this desktop session.',
  lock: 'Locked in this desktop session.',
  'set-auto-lock': 'The auto-lock settings are changed.',
  'read-expiry': 'The expiry was read from the keychain.',
  'test-fresh-login': 'A login was made for the test, and has ended.',
  'open-unlock-prompt': 'A window named “unlock” is open in that tmux server. Type the password there.',
  'start-desktop-tmux': 'A tmux server of the desktop is running.',
  'set-shell-helper': 'Done. It shows in shells that are opened from now on.',
  'set-desktop-tmux-at-login': 'The LaunchAgent is as you wished.',
};

/** Tells what an action came to. Cancelling the system's dialog is an answer, not an error. */
export const noticeOf = (kind: ActionKind, outcome: Outcome<unknown>, now: number): Notice => {
  const at = new Date(now).toISOString();
  if (outcome.ok) return { kind: 'done', code: 'done', sentence: doneSentences[kind], at };
  const cancelled = outcome.code === 'cancelled' || outcome.code === 'aborted';
  return { kind: cancelled ? 'cancelled' : 'failed', code: outcome.code, sentence: outcome.reason, at };
};
