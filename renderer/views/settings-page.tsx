import type { AppState, LaunchAtLogin } from '../../electron/contract/app-state';
import { SwitchRow } from '../components/switch-row';
import { requests } from '../store/requests';

const launchHints: Readonly<Record<LaunchAtLogin, string>> = {
  enabled: 'Latchkey opens when you log in.',
  'not-registered': 'Latchkey does not open by itself.',
  'requires-approval': 'macOS waits for your approval: System Settings › General › Login Items.',
  'not-found': "macOS does not find Latchkey's login item. Move Latchkey to Applications and try again.",
  unavailable: 'Not available here: macOS offers it to an installed app only.',
};

/** What can be chosen; the login item is shown as macOS tells it. */
export const SettingsPage = ({ state }: { readonly state: AppState }) => {
  const { preferences, launchAtLogin, appVersion } = state;
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        Settings
      </h1>
      <div className="group">
        <SwitchRow
          label="Show the state beside the icon"
          hint="A word in the menu bar, such as “Locked”."
          on={preferences.showTitle}
          onChange={requests.setShowTitle}
        />
        <SwitchRow
          label="Launch at login"
          hint={launchHints[launchAtLogin]}
          on={launchAtLogin === 'enabled' || launchAtLogin === 'requires-approval'}
          disabled={launchAtLogin === 'unavailable'}
          onChange={requests.setLaunchAtLogin}
        />
      </div>
      <p className="hint version">Latchkey {appVersion}</p>
    </>
  );
};
