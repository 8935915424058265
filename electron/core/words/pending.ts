import type { AutoLockSettings, LockState } from './keychain';

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
    | 'install-command'
    | 'start-hold'
    | 'end-hold';
  readonly target: ActionTarget;
  /** `running`: its process has not ended (for an unlock: the system's dialog is open). `settling`: ended, the truth is being read. */
  readonly phase: 'running' | 'settling';
  readonly startedAt: string;
}

/** What an action is done to. */
export type ActionTarget =
  | { readonly kind: 'keychain'; readonly path: string }
  /** `account`: left out where the action is one for all of the tool's. */
  | { readonly kind: 'login'; readonly tool: string; readonly account?: string | null }
  | { readonly kind: 'session'; readonly id: string }
  | { readonly kind: 'shell'; readonly name: string }
  /** All that there is of it: the target of an action that has but one. */
  | { readonly kind: 'everything' };

export const everything = { kind: 'everything' } as const satisfies ActionTarget;

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
  /** Whether two logins, one after the other, were in one security session; left out where their numbers are not known. */
  readonly sharing?: SessionSharing;
}

/** `sessionId`: of the second login. */
export interface SessionSharing {
  readonly kind: 'shared' | 'separate';
  readonly sessionId: number;
}
