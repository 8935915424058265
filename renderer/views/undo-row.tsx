import { formatAutoLockSettings } from '../../electron/core/format-auto-lock';
import type { UndoOffer } from '../../electron/core/monitor-state';
import { Moment } from '../components/moment';
import { PushButton } from '../components/push-button';
import { requests } from '../store/requests';

/** Takes the last change back: both settings, as they were. */
export const UndoRow = ({ undo, blocked }: { readonly undo: UndoOffer; readonly blocked: boolean }) => {
  const before = formatAutoLockSettings(undo.restores);
  return (
    <div className="row">
      <div className="row-words">
        <p>
          Changed <Moment at={undo.changedAt} />
        </p>
        <p className="hint">Before: {before}</p>
      </div>
      <PushButton onPress={requests.undoAutoLock} blocked={blocked} name={`Undo, back to: ${before}`}>
        Undo
      </PushButton>
    </div>
  );
};
