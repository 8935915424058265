import type { MonitorState, PendingAction } from '../../electron/core/monitor-state';

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
  'start-hold': 'Keeping it unlocked…',
  'end-hold': 'Putting the settings back…',
};

/** What an action under way is doing, in a word or two. */
export const pendingPhrase = ({ kind, phase }: PendingAction): string =>
  phase === 'settling' ? 'Checking…' : runningPhrases[kind];

/** The unlock or lock of this keychain that is under way. */
export const lockActionOf = (state: MonitorState, keychainPath: string): PendingAction | undefined =>
  state.pending.find(
    (action) => action.keychainPath === keychainPath && (action.kind === 'unlock' || action.kind === 'lock'),
  );

/** The system asks one thing at a time, so while its dialog is open no other keychain can be unlocked. */
export const isDialogOpen = (state: MonitorState): boolean =>
  state.pending.some((action) => action.kind === 'unlock' && action.phase === 'running');

/** The action of this kind on this target that is under way. */
export const actionOf = (state: MonitorState, kind: PendingAction['kind'], target: string): PendingAction | undefined =>
  state.pending.find((action) => action.kind === kind && action.keychainPath === target);

/** The target of an action that has but one. */
export const onlyTarget = '*';
