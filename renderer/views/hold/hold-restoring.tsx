import type { AppState } from '../../../electron/contract/app-state';
import { formatAutoLockSettings } from '../../../electron/core/auto-lock/format-auto-lock';
import { isUnlockDialogOpen } from '../../../electron/core/state/pending-actions';
import { formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import type { Hold, HoldProblem } from '../../../electron/core/words/hold';
import { Hint, Row, RowWords } from '../../components/boxes';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { lockActionOf } from '../page/pending';

interface Props {
  readonly state: AppState;
  readonly hold: Extract<Hold, { state: 'restoring' }>;
  readonly isBusy: boolean;
}

/** A hold that is over and has something left to put back: what, why, and the one click that helps. */
export const HoldRestoring = ({ state, hold, isBusy }: Props) => (
  <>
    <Row>
      <RowWords>
        <p className="row-title">
          {hold.problems.length === 0 ? wordsWithoutProblem(hold) : 'Not everything is put back'}
        </p>
      </RowWords>
      {(hold.waitsFor === 'start' || hold.problems.some(({ kind }) => kind === 'failed')) && (
        <PushButton
          onPress={() => requests.endHold(false)}
          blocked={isBusy}
          name="Put back now what Keep Unlocked has left"
        >
          Put back now
        </PushButton>
      )}
    </Row>
    {hold.problems.map((problem) => (
      <Problem key={problem.path} state={state} problem={problem} isBusy={isBusy} />
    ))}
  </>
);

const wordsWithoutProblem = ({ waitsFor, isElsewhere }: Props['hold']): string => {
  if (waitsFor === 'start') return 'Keep Unlocked has left its settings behind';
  return isElsewhere ? 'latchkey hold in a terminal puts the settings back' : 'The settings are put back';
};

interface ProblemProps {
  readonly state: AppState;
  readonly problem: HoldProblem;
  readonly isBusy: boolean;
}

const Problem = ({ state, problem, isBusy }: ProblemProps) => {
  const { path, kind, sentence, before, now, foundAt } = problem;
  const whose = `of the ${formatOutsideText(keychainName(path))} keychain`;
  const asks = kind === 'changed-elsewhere' || kind === 'replaced' || kind === 'missing';
  const canPutBack = kind !== 'missing' || foundAt !== undefined;
  return (
    <div className="row-words group-words">
      <p>
        <OutsideText text={sentence} />
      </p>
      {asks && <Hint>Before Keep Unlocked: {formatAutoLockSettings(before)}</Hint>}
      {now && <Hint>Now: {formatAutoLockSettings(now)}</Hint>}
      {kind === 'locked' && (
        <div className="hold-answers">
          <PushButton
            onPress={() => requests.unlock(path)}
            blocked={isBusy || isUnlockDialogOpen(state) || lockActionOf(state, path) !== undefined}
            name={`Unlock, so that the settings ${whose} are put back`}
          >
            Unlock
          </PushButton>
        </div>
      )}
      {asks && (
        <div className="hold-answers">
          {canPutBack && (
            <PushButton
              onPress={() => requests.resolveHoldConflict(path, 'put-back')}
              blocked={isBusy}
              name={`Put back the settings ${whose}: ${formatAutoLockSettings(before)}`}
            >
              Put back
            </PushButton>
          )}
          <PushButton
            onPress={() => requests.resolveHoldConflict(path, 'leave')}
            blocked={isBusy}
            name={`Leave as it is: the settings ${whose}${now ? ` stay ${formatAutoLockSettings(now)}` : ''}`}
          >
            Leave as it is
          </PushButton>
        </div>
      )}
    </div>
  );
};
