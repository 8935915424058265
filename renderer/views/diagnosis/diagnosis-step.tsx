import type { AppState } from '../../../electron/contract/app-state';
import type { RankedCause, Step } from '../../../electron/core/diagnosis/diagnosis';
import { Hint } from '../../components/boxes';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { CureButton } from './cure-button';

interface Props {
  readonly state: AppState;
  readonly cause: RankedCause;
  readonly step: Step;
  readonly onAsk: () => void;
}

/** One cure: what it does, what it costs, its button, how to see that it worked, and the look that tells whether it has. */
export const DiagnosisStep = ({ state, cause, step, onAsk }: Props) => {
  const { title, does, costs, seenToWork } = step;
  const shown = { cause: cause.id, cure: step.id };
  const forWhat = `${title} (${cause.title})`;
  return (
    <li className="group-words diagnosis-step">
      <h3>{title}</h3>
      <p>{does}</p>
      <Hint>Costs: {costs}</Hint>
      <CureButton state={state} shown={shown} step={step} forWhat={forWhat} onAsk={onAsk} />
      {step.action?.kind !== 'look-again' && (
        <div className="diagnosis-check">
          <Hint>It has worked when: {seenToWork.sentence}</Hint>
          <PushButton
            look="quiet"
            onPress={() => requests.diagnoseAgain(shown)}
            name={`Check whether it worked: ${forWhat}`}
          >
            Check
          </PushButton>
        </div>
      )}
    </li>
  );
};
