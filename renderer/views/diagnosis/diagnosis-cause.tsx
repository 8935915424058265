import type { AppState } from '../../../electron/contract/app-state';
import type { RankedCause } from '../../../electron/core/diagnosis/diagnosis';
import { causeKindName, groundsPhrase } from '../../../electron/core/diagnosis/format-diagnosis';
import { GroupWords, Hint } from '../../components/boxes';
import { Disclosure } from '../../components/disclosure';
import { OutsideText } from '../../components/outside-text';
import { DiagnosisStep } from './diagnosis-step';

interface Props {
  readonly state: AppState;
  readonly cause: RankedCause;
  /** The first is shown whole, the others are folded up. */
  readonly isFirst: boolean;
  readonly onAsk: () => void;
}

/** One cause: what it means, the evidence, and what to do in which order. */
export const DiagnosisCause = ({ state, cause, isFirst, onAsk }: Props) => {
  const { id, kind, title, grounds } = cause;
  const about = id === 'unexplained' ? '' : `${causeKindName[kind]} · ${groundsPhrase[grounds]}`;
  const body = <CauseBody state={state} cause={cause} onAsk={onAsk} />;
  return (
    <li className="group">
      {isFirst ? (
        <>
          <GroupWords>
            <h2>{title}</h2>
            {about !== '' && <Hint>{about}</Hint>}
          </GroupWords>
          {body}
        </>
      ) : (
        <Disclosure title={title} state={about}>
          {body}
        </Disclosure>
      )}
    </li>
  );
};

const CauseBody = ({ state, cause, onAsk }: Omit<Props, 'isFirst'>) => (
  <>
    <GroupWords>
      <p>{cause.sentence}</p>
      {cause.evidence.map(({ sentence }) => (
        <p key={sentence} className="hint">
          <OutsideText text={sentence} />
        </p>
      ))}
    </GroupWords>
    <ol className="rows diagnosis-steps" aria-label={`What to do: ${cause.title}`}>
      {cause.cures.map((step) => (
        <DiagnosisStep key={step.id} state={state} cause={cause} step={step} onAsk={onAsk} />
      ))}
    </ol>
  </>
);
