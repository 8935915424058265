import { usePopoverStore } from '../store/popover-store';
import { FirstLook } from './first-look';
import { PreferencesNotice } from './preferences-notice';
import { SettingsPage } from './settings-page';

/** The page of the settings window: what can be chosen, section by section. */
export const SettingsWindow = () => {
  const state = usePopoverStore((store) => store.state);
  return (
    <div className="settings-window scroll">
      <main className="content">
        <PreferencesNotice />
        {state === null ? <FirstLook /> : <SettingsPage state={state} />}
      </main>
    </div>
  );
};
