import { OutsideText } from '../../components/outside-text';
import { SwitchRow } from '../../components/switch-row';
import { requests } from '../../store/requests';

interface Props {
  readonly on: boolean;
  /** All that would be contacted. */
  readonly hosts: readonly string[];
}

/** Whether a diagnosis may use the network; each host is named before it is contacted. */
export const NetworkChecksRow = ({ on, hosts }: Props) => (
  <SwitchRow
    label="Network checks"
    on={on}
    onChange={(on) => requests.setPreference('networkChecks', on)}
    hint={
      <>
        {on ? 'Sends one plain request to each of ' : 'Off: nothing leaves this Mac. If on, it contacts '}
        <OutsideText text={hosts.join(', ')} />.
      </>
    }
  />
);
