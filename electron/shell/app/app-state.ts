import type { App } from 'electron';
import type { AppState } from '../../contract/app-state';
import type { Monitor } from '../../monitor/monitor';
import type { SystemLook } from '../base/system-look';
import type { Notifications } from '../notifications/notifications';
import type { LoginItem } from '../preferences/login-item';
import type { PreferencesStore } from '../preferences/preferences-store';
import type { NewVersions } from '../settings/new-version';
import type { Shortcuts } from '../settings/shortcut';

export interface AppStateSources {
  readonly monitor: Pick<Monitor, 'state'>;
  readonly preferences: Pick<PreferencesStore, 'current' | 'notice'>;
  readonly loginItem: Pick<LoginItem, 'status'>;
  readonly chosen: { readonly shortcuts: Shortcuts; readonly newVersions: Pick<NewVersions, 'current'> };
  readonly notifications: Pick<Notifications, 'announcements' | 'notice'>;
  readonly app: Pick<App, 'getVersion'>;
  readonly look: SystemLook;
}

/** What the popover shows: the monitor's state and the shell's own few facts, put together when asked. */
export const composeAppState = ({
  monitor,
  preferences,
  loginItem,
  chosen: { shortcuts, newVersions },
  notifications,
  look,
  app,
}: AppStateSources): AppState => ({
  ...monitor.state(),
  preferences: preferences.current(),
  preferencesNotice: preferences.notice(),
  notificationsNotice: notifications.notice(),
  announcements: notifications.announcements(),
  launchAtLogin: loginItem.status(),
  shortcutProblem: shortcuts.problem('shortcut'),
  keepUnlockedShortcutProblem: shortcuts.problem('keepUnlockedShortcut'),
  appVersion: app.getVersion(),
  newVersion: newVersions.current(),
  locale: look.locale(),
  accentColor: look.accentColor(),
});
