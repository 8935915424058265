import { useState } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import { Icon } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { settingsRequests } from '../../store/settings-requests';

/** From this version on macOS asks whose icons may be in the menu bar. */
const firstWithAllowedIcons = 26;

/** What the shapes mean; what did not work takes its place. */
const whatItTells = 'With a mark on it: not yet.';

const done = () => void requests.setPreference('isWelcomed', true);

/** The first start: what the padlock tells, and what makes Latchkey of use while nobody looks. It is put away once. */
export const WelcomeCard = ({ state }: { readonly state: AppState }) => {
  const { preferences, launchAtLogin, shortcutProblem, snapshot, commandLink } = state;
  const [problem, setProblem] = useState<string | null>(null);
  const openPane = async (pane: Parameters<typeof settingsRequests.openSystemSettings>[0]) => {
    const opened = await settingsRequests.openSystemSettings(pane);
    setProblem(opened === null || opened.ok ? null : opened.reason);
  };
  const allowNotifications = async () => {
    if (!preferences.notifications) await requests.setPreference('notifications', true);
    await openPane('notifications');
  };
  const asksForIcons = Number.parseInt(snapshot?.host.macosVersion ?? '', 10) >= firstWithAllowedIcons;
  const isLaunched = launchAtLogin === 'enabled';
  const hasShortcut = preferences.shortcut !== null && shortcutProblem === null;
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <div className="welcome-head">
        <h2 id="welcome-title">The padlock tells whether you can go</h2>
        <PushButton name="Done with the welcome" onPress={done}>
          Done
        </PushButton>
      </div>
      <p className="hint" role="status">
        {problem === null ? whatItTells : <OutsideText text={problem} />}
      </p>
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
        {asksForIcons && <PushButton onPress={() => openPane('menu-bar')}>Allow in the Menu Bar…</PushButton>}
        {commandLink?.kind === 'plan' && commandLink.state !== 'installed' && (
          <PushButton onPress={requests.openSettings}>Install Command Line Tool…</PushButton>
        )}
      </div>
    </section>
  );
};
