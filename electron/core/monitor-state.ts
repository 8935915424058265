import type { AppAccessCheck } from './app-access-check';
import type { DesktopTmux } from './desktop-tmux';
import type { DiagnosisChoices, DiagnosisRun } from './diagnosis/diagnosis-run';
import type { ShellHelper } from './shell-plan';
import type { AutoLockSettings, LockState, Snapshot } from './snapshot';

/** An action under way, or one whose expected result has not been observed yet. */
export interface PendingAction {
  readonly kind:
    | 'unlock'
    | 'lock'
    | 'set-auto-lock'
    | 'read-expiry'
    | 'set-end-date'
    | 'check-app-access'
    | 'test-fresh-login'
    | 'open-unlock-prompt'
    | 'start-desktop-tmux'
    | 'set-desktop-tmux-at-login'
    | 'set-shell-helper'
    | 'start-hold'
    | 'end-hold';
  /** What it is done to where that is no keychain: a tool, a session's id, or `*`. */
  readonly keychainPath: string;
  /** `running`: its process has not ended (for an unlock: the system's dialog is open). `settling`: ended, the truth is being read. */
  readonly phase: 'running' | 'settling';
  readonly startedAt: string;
}

/** What the last action came to, as one sentence for a person. `cancelled` is nobody's fault and no error. */
export interface Notice {
  readonly kind: 'done' | 'cancelled' | 'failed';
  readonly code: string;
  readonly sentence: string;
  readonly at: string;
}

/** The last change of the auto-lock settings, which one click takes back. */
export interface UndoOffer {
  readonly keychainPath: string;
  readonly restores: AutoLockSettings;
  readonly changedAt: string;
}

/** What the last login made for a test has found. A login that could not be made sees `unknown`, with the reason. */
export interface FreshLoginTest {
  readonly at: string;
  readonly sees: LockState;
  /** One sentence: what was found or what stood in the way, and what to do next. */
  readonly reason: string;
}

/** What the monitor publishes: the snapshot and what is going on around it. `snapshot: null` until the first look is done. */
export interface MonitorState {
  readonly snapshot: Snapshot | null;
  readonly pending: readonly PendingAction[];
  readonly notice: Notice | null;
  /** Changes of auto-lock that can be taken back, one a keychain, the newest first. */
  readonly undos: readonly UndoOffer[];
  /** Null until somebody has asked for the test. */
  readonly freshLoginTest: FreshLoginTest | null;
  /** Null until somebody has asked for the check. */
  readonly appAccessCheck: AppAccessCheck | null;
  /** Null until it was read: when the popover opens, and after an action on it. */
  readonly desktopTmux: DesktopTmux | null;
  /** Null until it was read: when the popover opens, and after an action on it. */
  readonly shellHelpers: readonly ShellHelper[] | null;
  /** When the Mac last woke; null while that was not seen. */
  readonly wokeAt: string | null;
  /** Null until somebody has asked for one. */
  readonly diagnosis: DiagnosisRun | null;
  readonly diagnosisChoices: DiagnosisChoices;
}

/** What is published before anything was seen or done. */
export const nothingYet: MonitorState = {
  snapshot: null,
  pending: [],
  notice: null,
  undos: [],
  freshLoginTest: null,
  appAccessCheck: null,
  desktopTmux: null,
  shellHelpers: null,
  wokeAt: null,
  diagnosis: null,
  diagnosisChoices: { tools: [], hosts: [] },
};
