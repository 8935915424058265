import { describeHoldRestores } from '../../../electron/core/hold/format-hold';
import type { Hold } from '../../../electron/core/words/hold';
import { Hint, Row, RowWords } from '../../components/boxes';
import { Moment } from '../../components/moment';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { HoldEndPhrase, HoldExposure } from './hold-exposure';

interface Props {
  readonly hold: Extract<Hold, { state: 'on' }>;
  readonly isEnding: boolean;
}

/** A hold that is on: until when, what it exposes, what it puts back, and the way to end it now. */
export const HoldInForce = ({ hold, isEnding }: Props) => {
  const locksAnyway = hold.relock === 'always' || hold.keychains.every(({ wasLocked }) => wasLocked);
  return (
    <>
      <Row>
        <RowWords>
          <p className="row-title">
            Kept unlocked <HoldEndPhrase end={hold.end} />
          </p>
          {hold.until !== undefined && (
            <Hint>
              Ends <Moment at={hold.until} />
            </Hint>
          )}
        </RowWords>
        {!locksAnyway && (
          <PushButton
            onPress={() => requests.endHold(true)}
            blocked={isEnding}
            name="End and lock: end Keep Unlocked, then lock"
          >
            End and lock
          </PushButton>
        )}
        <PushButton onPress={() => requests.endHold(false)} blocked={isEnding} name="End Keep Unlocked">
          End
        </PushButton>
      </Row>
      <div className="row-words group-words">
        <HoldExposure end={hold.end} session={hold.session} keychains={hold.keychains} />
        <Hint>
          <OutsideText text={describeHoldRestores(hold, hold.relock)} />
        </Hint>
        {hold.keepAwake && (
          <Hint>While on power this Mac does not fall asleep by itself. A closed lid still sleeps it.</Hint>
        )}
        {hold.owner === 'command-line' && (
          <Hint>
            <code>latchkey hold</code> in a terminal keeps it.
          </Hint>
        )}
      </div>
    </>
  );
};
