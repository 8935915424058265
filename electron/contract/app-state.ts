import type { MonitorState } from '../core/monitor-state';

/** What the user has chosen; kept in a small file. */
export interface Preferences {
  /** A short text beside the menu-bar icon. */
  readonly showTitle: boolean;
}

/** The state of the login item as macOS tells it (SMAppService), not as we wish it. */
export type LaunchAtLogin = 'enabled' | 'not-registered' | 'requires-approval' | 'not-found' | 'unavailable';

/** Everything the popover shows: the monitor's state and the shell's own few facts. */
export interface AppState extends MonitorState {
  readonly preferences: Preferences;
  /** Said when the settings file could not be read and defaults are in force. */
  readonly preferencesNotice: string | null;
  readonly launchAtLogin: LaunchAtLogin;
  readonly appVersion: string;
}
