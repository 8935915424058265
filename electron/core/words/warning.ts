import type { UnreadPart } from './reading';

export type WarningCode =
  /** A part could not be read. */
  | `${UnreadPart}-unknown`
  | 'desktop-locked'
  | 'desktop-will-lock'
  | 'this-ssh-login-locked'
  | 'ssh-server-locked'
  | 'login-keychain-not-searched'
  /** A job of launchd's has a security session of its own, whose keychain is locked. */
  | 'job-locked'
  | 'fresh-ssh-locked'
  | 'lock-state-unknown'
  | 'login-expiring'
  | 'login-expired'
  | 'refresh-lock-stuck'
  | 'old-token-held'
  | 'hold-waits-for-unlock'
  | 'hold-needs-decision'
  | 'hold-not-put-back'
  | 'hold-journal-unreadable';

/** The one thing that helps. The app does `unlock`; it only shows and copies a command. */
export type WarningAction =
  | { readonly kind: 'unlock'; readonly keychainPath: string }
  | { readonly kind: 'copy-command'; readonly command: string };

/** The one thing that helps a remote session. */
export type SessionHelp =
  | WarningAction
  /** Opens a window in that tmux server in which `security unlock-keychain` asks; the user types there. */
  | { readonly kind: 'open-unlock-prompt'; readonly sessionId: string };

export type Severity = 'critical' | 'warning' | 'info';

export interface Warning {
  readonly code: WarningCode;
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly SessionHelp[];
  /** The remote session that it is about. */
  readonly sessionId?: string;
}
