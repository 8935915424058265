import type { ShellHelper } from '../../../electron/core/sessions/shell-plan';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { Group, Hint, Row, RowWords } from '../../components/boxes';
import { OutsideText } from '../../components/outside-text';
import { Section } from '../../components/section';
import { ShellHelperRow } from './shell-helper-row';

/** What asks from inside an SSH login, shell by shell. */
export const ShellHelperSection = ({ state }: { readonly state: MonitorState }) => (
  <Section title="Shell helper">
    <Group>
      <p className="group-line hint">
        In an SSH login it looks whether the keychain is locked there, says so in one line and tells Latchkey. The state
        of that login is then measured instead of inferred.
      </p>
      {state.shellHelpers === null ? (
        <p className="group-line">Reading the start-up files…</p>
      ) : (
        <ul className="rows" aria-label="Shells">
          {state.shellHelpers.map((helper) => (
            <li key={helper.kind === 'plan' ? helper.plan.shell : helper.shell}>
              {helper.kind === 'plan' ? (
                <ShellHelperRow state={state} plan={helper.plan} />
              ) : (
                <RefusedRow helper={helper} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Group>
  </Section>
);

const RefusedRow = ({ helper }: { readonly helper: Extract<ShellHelper, { readonly kind: 'refused' }> }) => (
  <Row>
    <RowWords>
      <p className="title-with-state">
        <span>{helper.shell}</span>
        <span className="state-word state-unknown">Not possible</span>
      </p>
      <Hint>
        <OutsideText text={helper.reason} />
      </Hint>
    </RowWords>
  </Row>
);
