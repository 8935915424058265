import type { AppState } from '../contract/app-state';
import type { Monitor } from '../monitor/monitor';
import type { LoginItem } from './login-item';
import type { Notifications } from './notifications';
import type { PreferencesStore } from './preferences-store';
import type { Shortcut } from './shortcut';

export interface AppStateSources {
  readonly monitor: Pick<Monitor, 'state'>;
  readonly preferences: Pick<PreferencesStore, 'current' | 'notice'>;
  readonly loginItem: Pick<LoginItem, 'status'>;
  readonly shortcut: Shortcut;
  readonly notifications: Pick<Notifications, 'announcements' | 'notice'>;
  readonly appVersion: string;
}

/** What the popover shows: the monitor's state and the shell's own few facts, put together when asked. */
export const composeAppState = ({
  monitor,
  preferences,
  loginItem,
  shortcut,
  notifications,
  appVersion,
}: AppStateSources): AppState => ({
  ...monitor.state(),
  preferences: preferences.current(),
  preferencesNotice: preferences.notice(),
  notificationsNotice: notifications.notice(),
  announcements: notifications.announcements(),
  launchAtLogin: loginItem.status(),
  shortcutProblem: shortcut.problem(),
  appVersion,
});
