import type { AppState } from '../../../electron/contract/app-state';
import {
  type NotificationKind,
  notificationKinds,
  notificationRules,
} from '../../../electron/core/notifications/notification-kinds';
import { Group } from '../../components/boxes';
import { SwitchRow } from '../../components/switch-row';
import { requests } from '../../store/requests';
import { PaneButton } from '../page/pane-button';

type Props = Pick<AppState, 'notificationsNotice' | 'preferences'>;

/** What is told, and when: all of it, kind by kind. */
export const NotificationSettings = ({ preferences, notificationsNotice }: Props) => {
  const { notifications, mutedNotifications } = preferences;
  const setKind = (kind: NotificationKind, isTold: boolean) => {
    const others = mutedNotifications.filter((muted) => muted !== kind);
    void requests.setPreference('mutedNotifications', isTold ? others : [...others, kind]);
  };
  return (
    <>
      <Group>
        <SwitchRow
          label="Allow notifications"
          hint={notificationsNotice ?? undefined}
          on={notifications}
          onChange={(on) => requests.setPreference('notifications', on)}
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
      </Group>
      <div className="button-line">
        <PaneButton pane="notifications" label="Open Notification Settings…" />
        <PaneButton pane="focus" label="Open Focus Settings…" />
      </div>
    </>
  );
};
