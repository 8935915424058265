import type { AppState } from '../../electron/contract/app-state';
import { type NotificationKind, notificationKinds, notificationRules } from '../../electron/core/notification-kinds';
import { Section } from '../components/section';
import { SwitchRow } from '../components/switch-row';
import { requests } from '../store/requests';
import { settingsRequests } from '../store/settings-requests';
import { PaneButton } from './pane-button';

type Props = Pick<AppState, 'notificationsNotice' | 'preferences'>;

/** What is told, and when: all of it, kind by kind. */
export const NotificationSettings = ({ preferences, notificationsNotice }: Props) => {
  const { notifications, mutedNotifications } = preferences;
  const setKind = (kind: NotificationKind, isTold: boolean) => {
    const others = mutedNotifications.filter((muted) => muted !== kind);
    void settingsRequests.setPreference('mutedNotifications', isTold ? others : [...others, kind]);
  };
  return (
    <Section title="Notifications">
      <div className="group">
        <SwitchRow
          label="Notifications"
          hint={notificationsNotice ?? 'At most 3 a minute. What was told is in the popover until you have seen it.'}
          on={notifications}
          onChange={requests.setNotifications}
        />
        {notificationKinds.map((kind) => (
          <SwitchRow
            key={kind}
            label={notificationRules[kind].title}
            hint={notificationRules[kind].when}
            on={notifications && !mutedNotifications.includes(kind)}
            disabled={!notifications}
            onChange={(isTold) => setKind(kind, isTold)}
          />
        ))}
        <div className="group-words">
          <p className="hint">
            Focus applies: while it keeps Latchkey quiet, macOS puts the notifications into Notification Center. Allow
            them through there if you want to be told all the same.
          </p>
          <div className="button-line">
            <PaneButton pane="notifications" label="Open Notification Settings…" />
            <PaneButton pane="focus" label="Open Focus Settings…" />
          </div>
        </div>
      </div>
    </Section>
  );
};
