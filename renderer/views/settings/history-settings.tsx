import { useId, useState } from 'react';
import { Icon } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { requests } from '../../store/requests';

const choices = [0, 7, 30, 90, 365];

const labelOf = (days: number): string => (days === 0 ? 'Not at all' : days === 1 ? '1 day' : `${days} days`);

/** How long the history is kept, and the way to erase it. */
export const HistorySettings = ({ historyDays }: { readonly historyDays: number }) => {
  const id = useId();
  const hintId = useId();
  const days = [...new Set([...choices, historyDays])].sort((one, other) => one - other);
  return (
    <Section title="History">
      <div className="group">
        <div className="row">
          <div className="row-words">
            <label htmlFor={id}>Keep it for</label>
            <p className="hint" id={hintId}>
              {historyDays === 0
                ? 'Nothing is recorded. What there is stays until it is erased.'
                : 'On this Mac only, readable by you alone.'}
            </p>
          </div>
          <span className="pop-up">
            <select
              id={id}
              value={historyDays}
              aria-describedby={hintId}
              onChange={({ target }) => void requests.setPreference('historyDays', Number(target.value))}
            >
              {days.map((count) => (
                <option key={count} value={count}>
                  {labelOf(count)}
                </option>
              ))}
            </select>
            <Icon name="chevrons" />
          </span>
        </div>
        <EraseRow />
      </div>
    </Section>
  );
};

type Step = 'idle' | 'asking' | 'erasing' | { readonly outcome: string };

/** What is erased does not come back, so it takes a second click. */
const EraseRow = () => {
  const [step, setStep] = useState<Step>('idle');
  const erase = async () => {
    setStep('erasing');
    const erased = await requests.eraseHistory();
    setStep({
      outcome: erased === null ? 'Latchkey did not answer. Try again.' : (erased.problem ?? 'The history was erased.'),
    });
  };
  const isAsking = step === 'asking' || step === 'erasing';
  return (
    <div className="row">
      <div className="row-words">
        {step === 'idle' && <p>What was recorded</p>}
        <p role="status">
          {step === 'erasing' && 'Erasing…'}
          {step === 'asking' && 'Erase all of it? It does not come back.'}
          {typeof step === 'object' && <OutsideText text={step.outcome} />}
        </p>
      </div>
      {isAsking ? (
        <>
          <PushButton onPress={() => setStep('idle')} blocked={step === 'erasing'}>
            Cancel
          </PushButton>
          <PushButton name="Erase all of the history" needsFreshClick onPress={erase} blocked={step === 'erasing'}>
            Erase
          </PushButton>
        </>
      ) : (
        <PushButton name="Erase the history…" onPress={() => setStep('asking')}>
          Erase…
        </PushButton>
      )}
    </div>
  );
};
