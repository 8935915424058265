import type { AppState } from '../../electron/contract/app-state';
import { usePopoverStore } from '../store/popover-store';
import { DesktopTmuxSection } from './desktop-tmux-section';
import { DiagnosticSection } from './diagnostic-section';
import { ExpirySection } from './expiry-section';
import { GeneralSettings } from './general-settings';
import { HistorySettings } from './history-settings';
import { HoldSettings } from './hold-settings';
import { LookingSettings } from './looking-settings';
import { NoticeLine } from './notice-line';
import { NotificationSettings } from './notification-settings';
import { ResetSection } from './reset-section';
import { ShellHelperSection } from './shell-helper-section';

/** What can be chosen, part by part. */
export const SettingsPage = ({ state }: { readonly state: AppState }) => {
  const { preferences, notificationsNotice, appVersion } = state;
  const bridgeFailure = usePopoverStore((store) => store.bridgeFailure);
  return (
    <>
      <h1 className="page-title" tabIndex={-1}>
        Settings
      </h1>
      <NoticeLine notice={null} bridgeFailure={bridgeFailure} />
      <GeneralSettings state={state} />
      <LookingSettings beat={preferences.beat} />
      <NotificationSettings preferences={preferences} notificationsNotice={notificationsNotice} />
      <ExpirySection thresholds={preferences.expiryThresholds} />
      <HoldSettings onQuitDuringHold={preferences.onQuitDuringHold} />
      <HistorySettings historyDays={preferences.historyDays} />
      <DesktopTmuxSection state={state} />
      <ShellHelperSection state={state} />
      <DiagnosticSection />
      <ResetSection />
      <p className="hint version">Latchkey {appVersion}</p>
    </>
  );
};
