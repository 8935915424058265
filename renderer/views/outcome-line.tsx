import type { MonitorState, PendingAction } from '../../electron/core/monitor-state';
import { useOutcome } from '../behaviour/use-outcome';
import { OutsideText } from '../components/outside-text';
import { actionOf, pendingPhrase } from './pending';

interface Props {
  readonly state: MonitorState;
  readonly kind: PendingAction['kind'];
  /** A session's id, or `*`. */
  readonly target: string;
}

/** What an action far down the page is doing, and then what came of it: the line below the state may be out of sight. */
export const OutcomeLine = ({ state, kind, target }: Props) => {
  const action = actionOf(state, kind, target);
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
