import { useId, useState } from 'react';
import { Group, Hint, Row, RowWords } from '../../components/boxes';
import { Icon } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { requests } from '../../store/requests';
import { noReply } from '../../store/send-request';

const choices = [0, 7, 30, 90, 365];

const labelOf = (days: number): string => (days === 0 ? 'Not at all' : days === 1 ? '1 day' : `${days} days`);

/** How long the history is kept, and the way to erase it. */
export const HistorySettings = ({ historyDays }: { readonly historyDays: number }) => {
  const id = useId();
  const hintId = useId();
  const days = [...new Set([...choices, historyDays])].sort((one, other) => one - other);
  return (
    <Section title="History">
      <Group>
        <Row>
          <RowWords>
            <label htmlFor={id}>Keep it for</label>
            <Hint id={hintId}>
              {historyDays === 0
                ? 'Nothing is recorded. What there is stays until it is erased.'
                : 'On this Mac only, readable by you alone.'}
            </Hint>
          </RowWords>
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
        </Row>
        <EraseRow />
      </Group>
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
      outcome: erased === null ? noReply : (erased.problem ?? 'The history was erased.'),
    });
  };
  const isAsking = step === 'asking' || step === 'erasing';
  return (
    <Row>
      <RowWords>
        {step === 'idle' && <p>What was recorded</p>}
        <p role="status">
          {step === 'erasing' && 'Erasing…'}
          {step === 'asking' && 'Erase all of it? It does not come back.'}
          {typeof step === 'object' && <OutsideText text={step.outcome} />}
        </p>
      </RowWords>
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
    </Row>
  );
};
