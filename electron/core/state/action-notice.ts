import { sessionPhrase } from '../keychain/format-lock-state';
import type { Outcome } from '../outcome';
import { isoTime } from '../time/outside-numbers';
import type { SecuritySession } from '../words/keychain';
import type { Notice, PendingAction } from '../words/pending';

export type ActionKind = PendingAction['kind'];

const doneSentences: Record<Exclude<ActionKind, 'unlock' | 'lock'>, string> = {
  'set-auto-lock': 'The auto-lock settings are changed.',
  'read-expiry': 'The expiry was read from the keychain.',
  'set-end-date': 'The end date is as you wished.',
  'check-app-access': 'The check is done: apps can use the keychain.',
  'test-fresh-login': 'A login was made for the test, and has ended.',
  'open-unlock-prompt': 'A window named “unlock” is open in that tmux server. Type the password there.',
  'start-desktop-tmux': 'A tmux server of the desktop is running.',
  'set-shell-helper': 'Done, for shells that are opened from now on.',
  'install-command': 'The link is there.',
  'set-desktop-tmux-at-login': 'The LaunchAgent is as you wished.',
  'start-hold': 'The keychain stays unlocked until Keep Unlocked ends.',
  'end-hold': 'Keep Unlocked has ended, and the settings are what they were before.',
};

/**
 * Tells what an action came to. Cancelling the system's dialog is an answer, not an error.
 *
 * @param now milliseconds since 1970.
 * @param session the one that this process acts in.
 */
export const noticeOf = (
  kind: ActionKind,
  outcome: Outcome<unknown>,
  now: number,
  session: SecuritySession,
): Notice => {
  const at = isoTime(now);
  if (outcome.ok) return { kind: 'done', code: 'done', sentence: doneSentence(kind, session), at };
  const cancelled = outcome.code === 'cancelled' || outcome.code === 'aborted';
  return { kind: cancelled ? 'cancelled' : 'failed', code: outcome.code, sentence: outcome.reason, at };
};

const doneSentence = (kind: ActionKind, session: SecuritySession): string => {
  if (kind === 'lock') return `Locked ${sessionPhrase[session]}.`;
  return kind === 'unlock' ? `Unlocked ${sessionPhrase[session]}.` : doneSentences[kind];
};
