import type { AutoLockSettings, Snapshot } from './snapshot';

/** An action under way, or one whose expected result has not been observed yet. */
export interface PendingAction {
  readonly kind: 'unlock' | 'lock' | 'set-auto-lock' | 'read-expiry';
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

/** What the monitor publishes: the snapshot and what is going on around it. `snapshot: null` until the first look is done. */
export interface MonitorState {
  readonly snapshot: Snapshot | null;
  readonly pending: readonly PendingAction[];
  readonly notice: Notice | null;
  readonly undo: UndoOffer | null;
}
