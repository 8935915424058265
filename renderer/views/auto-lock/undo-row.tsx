import { setAutoLockCommand } from '../../../electron/core/auto-lock/auto-lock';
import { formatAutoLockSettings } from '../../../electron/core/auto-lock/format-auto-lock';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { UndoOffer } from '../../../electron/core/words/pending';
import { Hint, Row, RowWords } from '../../components/boxes';
import { Moment } from '../../components/moment';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';

interface Props {
  readonly undo: UndoOffer;
  readonly keychain: Pick<Keychain, 'autoLock' | 'path'>;
  readonly blocked: boolean;
}

/** The last change: what was, what is, the line that does the same, and the way back to both settings as they were. */
export const UndoRow = ({ undo, keychain: { autoLock, path }, blocked }: Props) => {
  const before = formatAutoLockSettings(undo.restores);
  return (
    <Row>
      <RowWords>
        <p>
          Changed <Moment at={undo.changedAt} />
        </p>
        <Hint>Before: {before}</Hint>
        {autoLock.source !== 'unknown' && (
          <>
            <Hint>Now: {formatAutoLockSettings(autoLock)}</Hint>
            <Hint>
              The same in a terminal:{' '}
              <code>
                <OutsideText text={setAutoLockCommand(path, autoLock)} />
              </code>
            </Hint>
          </>
        )}
      </RowWords>
      <PushButton onPress={() => requests.undoAutoLock(path)} blocked={blocked} name={`Undo, back to: ${before}`}>
        Undo
      </PushButton>
    </Row>
  );
};
