import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { pendingAction } from '../../../electron/core/state/pending-actions';
import type { ActionTarget, PendingAction } from '../../../electron/core/words/pending';
import { useOutcome } from '../../behaviour/use-outcome';
import { OutsideText } from '../../components/outside-text';
import { pendingPhrase } from './pending';

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
      <p className="pending" role="status">
        {action && pendingPhrase(action)}
      </p>
      {outcome && (
        <p className="hint">
          <OutsideText text={outcome.sentence} />
        </p>
      )}
    </>
  );
};
