import { useRef } from 'react';
import { useFitSettings } from '../../behaviour/use-fit-settings';
import { usePopoverStore } from '../../store/popover-store';
import { FirstLook } from '../page/first-look';
import { SettingsPage } from './settings-page';

/** The page of the settings window. */
export const SettingsWindow = () => {
  const state = usePopoverStore((store) => store.state);
  const content = useRef<HTMLElement>(null);
  useFitSettings(content);
  return (
    <div className="settings-window scroll">
      <main className="content" ref={content}>
        {state === null ? <FirstLook /> : <SettingsPage state={state} />}
      </main>
    </div>
  );
};
