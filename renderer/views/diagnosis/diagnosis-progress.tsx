import { checks } from '../../../electron/core/diagnosis/causes/checks';
import type { DiagnosisRun } from '../../../electron/core/diagnosis/diagnosis-run';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';

interface Props {
  readonly run: Extract<DiagnosisRun, { readonly phase: 'running' }>;
}

/** How far the checks have come, and the way out. */
export const DiagnosisProgress = ({ run: { done, of, current, slow } }: Props) => {
  const [first] = current;
  const now = first === undefined ? 'Ending…' : checks[first].title;
  return (
    <div className="group">
      <div className="group-words diagnosis-progress">
        <progress max={of} value={done} aria-label="Checks made" aria-valuetext={`${done} of ${of}. ${now}`} />
        <p>
          {done} of {of} checks made
        </p>
        <p className="hint">{now}</p>
        {slow.map(({ id, title, sentence }) => (
          <p className="hint" key={id}>
            {title}: {sentence}
          </p>
        ))}
        <PushButton onPress={requests.cancelDiagnosis} name="Cancel the diagnosis">
          Cancel
        </PushButton>
      </div>
    </div>
  );
};
