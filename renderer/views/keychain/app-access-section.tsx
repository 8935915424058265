import { useId } from 'react';
import { type AppAccessCheck, formatAccessStep } from '../../../electron/core/keychain/app-access-check';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { pendingAction } from '../../../electron/core/state/pending-actions';
import { everything } from '../../../electron/core/words/pending';
import { Age } from '../../components/age';
import { Group, Hint } from '../../components/boxes';
import { Facts } from '../../components/facts';
import { Icon, type IconName } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { requests } from '../../store/requests';
import { PendingLine } from '../page/pending-line';

/** What an app meets that asks the keychain for its login: tried once, on this click. */
export const AppAccessSection = ({ state }: { readonly state: MonitorState }) => {
  const hintId = useId();
  const action = pendingAction(state.pending, 'check-app-access', everything);
  const check = state.appAccessCheck;
  return (
    <Section title="Apps">
      <Group>
        <div className="group-words action-block">
          <PushButton onPress={requests.checkAppAccess} blocked={action !== undefined} describedBy={hintId}>
            Check that apps can read the keychain
          </PushButton>
          <Hint id={hintId}>
            Writes, reads and deletes one item of Latchkey's own, as apps do. No dialog is raised, and the idle timer
            starts again.
          </Hint>
          <PendingLine action={action} />
          {check && <CheckResult check={check} />}
        </div>
      </Group>
    </Section>
  );
};

const verdicts: Readonly<Record<AppAccessCheck['verdict'], { readonly word: string; readonly icon: IconName }>> = {
  works: { word: 'Works', icon: 'done' },
  refused: { word: 'Fails', icon: 'breaks' },
  'not-possible': { word: 'Not known', icon: 'unknown' },
};

const CheckResult = ({ check: { at, verdict, steps, sentence } }: { readonly check: AppAccessCheck }) => (
  <div className="test-result">
    <p className="title-with-state">
      <span>
        Checked <Age at={at} />
      </span>
      <span className={`state-word access-${verdict}`}>
        <Icon name={verdicts[verdict].icon} />
        <span>{verdicts[verdict].word}</span>
      </span>
    </p>
    {steps.length > 0 && <Facts>{steps.map(formatAccessStep)}</Facts>}
    <Hint>
      <OutsideText text={sentence} />
    </Hint>
  </div>
);
