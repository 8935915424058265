import type { AppState, LaunchAtLogin } from '../../electron/contract/app-state';
import { SwitchRow } from '../components/switch-row';
import { usePopoverStore } from '../store/popover-store';
import { requests } from '../store/requests';
import { ExpirySection } from './expiry-section';
import { NoticeLine } from './notice-line';
import { ShellHelperSection } from './shell-helper-section';

const launchHints: Readonly<Record<LaunchAtLogin, string>> = {
  enabled: 'Latchkey opens when you log in.',
  'not-registered': 'Latchkey does not open by itself.',
  'requires-approval': 'macOS waits for your approval: System Settings › General › Login Items.',
  'not-found': "macOS does not find Latchkey's login item. Move Latchkey to Applications and try again.",
  unavailable: 'Not available here: macOS offers it to an installed app only.',
};

const notificationsHint = 'Tells you when the keychain locks, or soon will, under a remote session.';

/** What can be chosen; the login item is shown as macOS tells it. */
export const SettingsPage = ({ state }: { readonly state: AppState }) => {
  const { preferences, notificationsNotice, launchAtLogin, appVersion } = state;
  const bridgeFailure = usePopoverStore((store) => store.bridgeFailure);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        Settings
      </h1>
      <NoticeLine notice={null} bridgeFailure={bridgeFailure} />
      <div className="group">
        <SwitchRow
          label="Show the state beside the icon"
          hint="A word in the menu bar, such as “Locked”."
          on={preferences.showTitle}
          onChange={requests.setShowTitle}
        />
        <SwitchRow
          label="Notifications"
          hint={notificationsNotice ?? notificationsHint}
          on={preferences.notifications}
          onChange={requests.setNotifications}
        />
        <SwitchRow
          label="Launch at login"
          hint={launchHints[launchAtLogin]}
          on={launchAtLogin === 'enabled' || launchAtLogin === 'requires-approval'}
          disabled={launchAtLogin === 'unavailable'}
          onChange={requests.setLaunchAtLogin}
        />
      </div>
      <ExpirySection thresholds={preferences.expiryThresholds} />
      <ShellHelperSection state={state} />
      <p className="hint version">Latchkey {appVersion}</p>
    </>
  );
};
