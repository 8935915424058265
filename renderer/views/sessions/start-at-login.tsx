import type { AppState } from '../../../electron/contract/app-state';
import type { DesktopTmux } from '../../../electron/core/sessions/desktop-tmux';
import { isPending } from '../../../electron/core/state/pending-actions';
import { everything } from '../../../electron/core/words/pending';
import { GroupWords, Hint } from '../../components/boxes';
import { Disclosure } from '../../components/disclosure';
import { FileText } from '../../components/file-text';
import { OutsideText } from '../../components/outside-text';
import { SwitchRow } from '../../components/switch-row';
import { requests } from '../../store/requests';
import { OutcomeLine } from '../page/outcome-line';

interface Props {
  readonly state: AppState;
  readonly launchAgent: DesktopTmux['launchAgent'];
}

const kind = 'set-desktop-tmux-at-login';

/** A LaunchAgent. What it says and where it lies are read before the switch is reached. */
export const StartAtLogin = ({ state, launchAgent: { installed, path, plist } }: Props) => {
  const change = (enabled: boolean) => {
    if (!isPending(state.pending, kind, everything)) void requests.setDesktopTmuxAtLogin(enabled);
  };
  return (
    <Disclosure title="Start at login" state={installed === 'unknown' ? 'Not known' : installed ? 'On' : 'Off'}>
      <GroupWords>
        <p>
          {installed ? 'Turning it off removes this file: ' : 'Turning it on writes this file: '}
          <OutsideText text={path} />
        </p>
        {plist === null ? (
          <Hint>What would be in it cannot be told without tmux.</Hint>
        ) : (
          <FileText name="The LaunchAgent's file" lines={plist.trimEnd().split('\n')} />
        )}
      </GroupWords>
      <SwitchRow
        label="Start the server at login"
        hint="At each login at the desktop, and nowhere else."
        on={installed === true}
        disabled={plist === null && !installed}
        onChange={change}
      />
      <GroupWords>
        <OutcomeLine state={state} kind={kind} target={everything} />
      </GroupWords>
    </Disclosure>
  );
};
