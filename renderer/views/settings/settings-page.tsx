import { type ReactNode, useState } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import { usePopoverStore } from '../../store/popover-store';
import { NoticeLine } from '../page/notice-line';
import { ShellHelperSection } from '../sessions/shell-helper-section';
import { AdvancedSettings } from './advanced-settings';
import { DesktopTmuxSettings } from './desktop-tmux-settings';
import { ExpirySection } from './expiry-section';
import { GeneralSettings } from './general-settings';
import { NotificationSettings } from './notification-settings';
import { PreferencesNotice } from './preferences-notice';
import { SettingsPanel, type SettingsTab, SettingsTabs } from './settings-tabs';

const panels: Readonly<Record<SettingsTab, (state: AppState) => ReactNode>> = {
  General: (state) => <GeneralSettings state={state} />,
  Notifications: ({ preferences, notificationsNotice }) => (
    <>
      <NotificationSettings preferences={preferences} notificationsNotice={notificationsNotice} />
      <ExpirySection thresholds={preferences.expiryThresholds} />
    </>
  ),
  Remote: (state) => (
    <>
      <DesktopTmuxSettings state={state} />
      <ShellHelperSection state={state} />
    </>
  ),
  Advanced: (state) => <AdvancedSettings state={state} />,
};

/** What can be chosen, tab by tab. It begins at the first one each time: the window is made anew. */
export const SettingsPage = ({ state }: { readonly state: AppState }) => {
  const [shown, setShown] = useState<SettingsTab>('General');
  const bridgeFailure = usePopoverStore((store) => store.bridgeFailure);
  return (
    <>
      <h1 className="visually-hidden" tabIndex={-1}>
        Settings
      </h1>
      <SettingsTabs shown={shown} onShow={setShown} />
      <PreferencesNotice />
      <NoticeLine notice={null} bridgeFailure={bridgeFailure} />
      <SettingsPanel tab={shown}>{panels[shown](state)}</SettingsPanel>
    </>
  );
};
