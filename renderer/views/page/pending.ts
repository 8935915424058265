import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { pendingAction } from '../../../electron/core/state/pending-actions';
import type { PendingAction } from '../../../electron/core/words/pending';

const runningPhrases: Readonly<Record<PendingAction['kind'], string>> = {
  unlock: "Waiting for the system's dialog…",
  lock: 'Locking…',
  'set-auto-lock': 'Saving…',
  'read-expiry': 'Reading…',
  'set-end-date': 'Saving…',
  'check-app-access': 'Asking the keychain…',
  'test-fresh-login': 'Logging in…',
  'open-unlock-prompt': 'Opening a window…',
  'start-desktop-tmux': 'Starting…',
  'set-desktop-tmux-at-login': 'Saving…',
  'set-shell-helper': 'Saving…',
  'install-command': 'Making the link…',
  'start-hold': 'Keeping it unlocked…',
  'end-hold': 'Putting the settings back…',
};

/** What an action under way is doing, in a word or two. */
export const pendingPhrase = ({ kind, phase }: PendingAction): string =>
  phase === 'settling' ? 'Checking…' : runningPhrases[kind];

/** The unlock or lock of this keychain that is under way. */
export const lockActionOf = (state: MonitorState, keychainPath: string): PendingAction | undefined =>
  pendingAction(state.pending, ['unlock', 'lock'], { kind: 'keychain', path: keychainPath });
