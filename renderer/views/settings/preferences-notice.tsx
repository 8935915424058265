import { Icon } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { usePopoverStore } from '../../store/popover-store';

/** Why the settings are not those that somebody has chosen. */
export const PreferencesNotice = () => {
  const notice = usePopoverStore((store) => store.state?.preferencesNotice ?? null);
  return notice === null ? null : (
    <p className="notice notice-failed preferences-notice">
      <Icon name="info" />
      <OutsideText text={notice} />
    </p>
  );
};
