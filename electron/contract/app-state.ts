import type { Beat } from '../core/beat';
import type { ExpiryThresholds } from '../core/expiry-thresholds';
import type { MonitorState } from '../core/monitor-state';
import type { Announcement } from '../core/notable-events';
import type { NotificationKind } from '../core/notification-kinds';

/** What the user has chosen; kept in a small file. */
export interface Preferences {
  /** A short text beside the menu-bar icon. */
  readonly showTitle: boolean;
  /** Tells of what concerns remote sessions while nobody is looking. */
  readonly notifications: boolean;
  /** The kinds that are not told, while the others are. */
  readonly mutedNotifications: readonly NotificationKind[];
  /** How often Latchkey looks while nobody looks at it. */
  readonly beat: Beat;
  /** Opens the popover from every app; an accelerator in Electron's words, as core/accelerator.ts makes them. */
  readonly shortcut: string | null;
  /** For how many days the history is kept; 0 keeps none. */
  readonly historyDays: number;
  /** What becomes of a hold when Latchkey quits: the settings are put back, or it goes on until its end. */
  readonly onQuitDuringHold: 'put-back' | 'keep';
  /** How early the end of a login is told of. */
  readonly expiryThresholds: ExpiryThresholds;
  /** Allows a diagnosis to talk to the hosts that it names beforehand. */
  readonly networkChecks: boolean;
}

/** What was announced, until it was seen here; where the system has not shown it, for as long as it holds. */
export interface MirroredAnnouncement extends Announcement {
  /** When it was announced. */
  readonly at: string;
  /** Nobody has seen it here yet. */
  readonly isNew: boolean;
  /** It does not hold any more. */
  readonly isOver: boolean;
}

/** The state of the login item as macOS tells it (SMAppService), not as we wish it. */
export type LaunchAtLogin = 'enabled' | 'not-registered' | 'requires-approval' | 'not-found' | 'unavailable';

/** What came of saving a diagnostic. `cancelled` is nobody's fault and no error. */
export type DiagnosticSaved =
  | { readonly kind: 'saved' | 'cancelled' }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Everything the popover shows: the monitor's state and the shell's own few facts. */
export interface AppState extends MonitorState {
  readonly preferences: Preferences;
  /** Said when the settings file could not be read and defaults are in force. */
  readonly preferencesNotice: string | null;
  /** Said when the system shows no notifications, with what to do about it. */
  readonly notificationsNotice: string | null;
  /** Newest first. */
  readonly announcements: readonly MirroredAnnouncement[];
  readonly launchAtLogin: LaunchAtLogin;
  /** Why the shortcut that was chosen does not work, with what to do about it. */
  readonly shortcutProblem: string | null;
  readonly appVersion: string;
}
