import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { pendingAction } from '../../../electron/core/state/pending-actions';
import type { ActionTarget, PendingAction } from '../../../electron/core/words/pending';
import { useOutcome } from '../../behaviour/use-outcome';
import { Hint } from '../../components/boxes';
import { OutsideText } from '../../components/outside-text';
import { PendingLine } from './pending-line';

interface Props {
  readonly state: MonitorState;
  readonly kind: PendingAction['kind'];
  readonly target: ActionTarget;
}

/** What an action far down the page is doing, and then what came of it: the line below the state may be out of sight. */
export const OutcomeLine = ({ state, kind, target }: Props) => {
  const action = pendingAction(state.pending, kind, target);
  const outcome = useOutcome(state.notice, action !== undefined);
  return (
    <>
      <PendingLine action={action} />
      {outcome && (
        <Hint>
          <OutsideText text={outcome.sentence} />
        </Hint>
      )}
    </>
  );
};
