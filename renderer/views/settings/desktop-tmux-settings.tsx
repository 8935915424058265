import type { AppState } from '../../../electron/contract/app-state';
import { Group } from '../../components/boxes';
import { OutsideText } from '../../components/outside-text';
import { Section } from '../../components/section';
import { StartAtLogin } from '../sessions/start-at-login';

/** The tmux server of the desktop as far as it is a lasting choice; what it is now stands in the popover. */
export const DesktopTmuxSettings = ({ state: appState }: { readonly state: AppState }) => {
  const { desktopTmux } = appState;
  return (
    <Section title="Desktop tmux">
      <Group>
        {desktopTmux === null && <p className="group-line">Looking for it…</p>}
        {desktopTmux?.state === 'no-tmux' && (
          <p className="group-line">
            <OutsideText text={desktopTmux.reason} />
          </p>
        )}
        {desktopTmux !== null && <StartAtLogin state={appState} launchAgent={desktopTmux.launchAgent} />}
      </Group>
    </Section>
  );
};
