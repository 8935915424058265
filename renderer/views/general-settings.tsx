import type { AppState, LaunchAtLogin } from '../../electron/contract/app-state';
import { Section } from '../components/section';
import { SwitchRow } from '../components/switch-row';
import { requests } from '../store/requests';
import { PaneButton } from './pane-button';
import { ShortcutRow } from './shortcut-row';

const launchHints: Readonly<Record<LaunchAtLogin, string>> = {
  enabled: 'Latchkey opens when you log in.',
  'not-registered': 'Latchkey does not open by itself.',
  'requires-approval': 'macOS waits for your approval: System Settings › General › Login Items.',
  'not-found': "macOS does not find Latchkey's login item. Move Latchkey to Applications and try again.",
  unavailable: 'Not available here: macOS offers it to an installed app only.',
};

/** How one gets to Latchkey. The login item is shown as macOS tells it. */
export const GeneralSettings = ({ state }: { readonly state: AppState }) => {
  const { preferences, launchAtLogin, shortcutProblem } = state;
  return (
    <Section title="General">
      <div className="group">
        <SwitchRow
          label="Launch at login"
          hint={launchHints[launchAtLogin]}
          on={launchAtLogin === 'enabled' || launchAtLogin === 'requires-approval'}
          disabled={launchAtLogin === 'unavailable'}
          onChange={requests.setLaunchAtLogin}
        />
        {launchAtLogin === 'requires-approval' && (
          <div className="group-words">
            <PaneButton pane="login-items" label="Open Login Items…" />
          </div>
        )}
        <SwitchRow
          label="Show the state beside the icon"
          hint="A word in the menu bar, such as “Locked”."
          on={preferences.showTitle}
          onChange={requests.setShowTitle}
        />
        <ShortcutRow shortcut={preferences.shortcut} problem={shortcutProblem} />
      </div>
    </Section>
  );
};
