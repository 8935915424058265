import type { ExpiryThresholds } from '../core/expiry-thresholds';
import type { MonitorState } from '../core/monitor-state';
import type { Announcement } from '../core/notable-events';

/** What the user has chosen; kept in a small file. */
export interface Preferences {
  /** A short text beside the menu-bar icon. */
  readonly showTitle: boolean;
  /** Tells of what concerns remote sessions while nobody is looking. */
  readonly notifications: boolean;
  /** How early the end of a login is told of. */
  readonly expiryThresholds: ExpiryThresholds;
}

/** What the system's notifications were to say and did not, while it holds. `at` is when it was announced. */
export interface MirroredAnnouncement extends Announcement {
  readonly at: string;
}

/** The state of the login item as macOS tells it (SMAppService), not as we wish it. */
export type LaunchAtLogin = 'enabled' | 'not-registered' | 'requires-approval' | 'not-found' | 'unavailable';

/** Everything the popover shows: the monitor's state and the shell's own few facts. */
export interface AppState extends MonitorState {
  readonly preferences: Preferences;
  /** Said when the settings file could not be read and defaults are in force. */
  readonly preferencesNotice: string | null;
  /** Said when the system shows no notifications, with what to do about it. */
  readonly notificationsNotice: string | null;
  /** Newest first. Empty while the system shows its notifications. */
  readonly announcements: readonly MirroredAnnouncement[];
  readonly launchAtLogin: LaunchAtLogin;
  readonly appVersion: string;
}
