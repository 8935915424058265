import { useState } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import { Icon } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { settingsRequests } from '../../store/settings-requests';

/** From this version on macOS asks whose icons may be in the menu bar. */
const firstWithAllowedIcons = 26;

const done = () => void requests.setPreference('isWelcomed', true);

/** The first start: what the padlock tells, and what makes Latchkey of use while nobody looks. It is put away once. */
export const WelcomeCard = ({ state }: { readonly state: AppState }) => {
  const { preferences, launchAtLogin, shortcutProblem, snapshot, commandLink } = state;
  const [problem, setProblem] = useState<string | null>(null);
  const allowNotifications = async () => {
    if (!preferences.notifications) await requests.setPreference('notifications', true);
    const opened = await settingsRequests.openSystemSettings('notifications');
    setProblem(opened === null || opened.ok ? null : opened.reason);
  };
  const isLaunched = launchAtLogin === 'enabled';
  const hasShortcut = preferences.shortcut !== null && shortcutProblem === null;
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">The padlock tells whether you can walk away</h2>
      <div className="welcome-steps">
        {launchAtLogin !== 'unavailable' && (
          <PushButton onPress={() => requests.setLaunchAtLogin(true)} blocked={isLaunched}>
            {isLaunched && <Icon name="done" />}
            Launch at Login
          </PushButton>
        )}
        <PushButton onPress={allowNotifications}>Allow Notifications…</PushButton>
        <PushButton onPress={requests.openSettings} blocked={hasShortcut}>
          {hasShortcut && <Icon name="done" />}
          Record Shortcut…
        </PushButton>
        {commandLink?.kind === 'plan' && commandLink.state !== 'installed' && (
          <PushButton onPress={requests.openSettings}>Install Command Line Tool…</PushButton>
        )}
        <PushButton name="Done with the welcome" onPress={done}>
          Done
        </PushButton>
      </div>
      <p className="hint" role="status">
        {problem === null ? null : <OutsideText text={problem} />}
      </p>
      {Number.parseInt(snapshot?.host.macosVersion ?? '', 10) >= firstWithAllowedIcons && (
        <p className="hint">Icon hidden? Allow it in System Settings › Menu Bar.</p>
      )}
    </section>
  );
};
