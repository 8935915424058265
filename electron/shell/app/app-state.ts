import type { App } from 'electron';
import type { AppState } from '../../contract/app-state';
import { recommendedAutoLock } from '../../core/auto-lock/auto-lock-recommendation';
import { firstPage } from '../../core/state/first-page';
import { accentColors } from '../../core/window/accent-colors';
import type { Monitor } from '../../monitor/monitor';
import { localTimeZone } from '../base/local-time-zone';
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
  /** Milliseconds since 1970, on the clock of the Mac that is watched. */
  readonly now: () => number;
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
  now,
}: AppStateSources): AppState => {
  const state = monitor.state();
  const locale = look.locale();
  return {
    ...state,
    firstPage: firstPage(state, { nowMs: now(), timeZone: localTimeZone(), locale }),
    recommendedAutoLock: recommendedAutoLock(state.snapshot),
    preferences: preferences.current(),
    preferencesNotice: preferences.notice(),
    notificationsNotice: notifications.notice(),
    announcements: notifications.announcements(),
    launchAtLogin: loginItem.status(),
    shortcutProblem: shortcuts.problem('shortcut'),
    keepUnlockedShortcutProblem: shortcuts.problem('keepUnlockedShortcut'),
    appVersion: app.getVersion(),
    newVersion: newVersions.current(),
    locale,
    accent: accentColors(look.accentColor() ?? ''),
  };
};
