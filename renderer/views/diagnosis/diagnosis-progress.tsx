import type { DiagnosisRun } from '../../../electron/core/diagnosis/diagnosis-run';
import { Group, Hint } from '../../components/boxes';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';

interface Props {
  readonly run: Extract<DiagnosisRun, { readonly phase: 'running' }>;
}

/** How far the checks have come, and the way out. */
export const DiagnosisProgress = ({ run: { done, of, current, slow } }: Props) => {
  const [now = done === 0 ? 'Beginning…' : 'Ending…'] = current;
  return (
    <Group>
      <div className="group-words diagnosis-progress">
        <progress max={of} value={done} aria-label="Checks made" aria-valuetext={`${done} of ${of}. ${now}`} />
        <p>
          {done} of {of} checks made
        </p>
        <Hint>{now}</Hint>
        {slow.map(({ id, title, sentence }) => (
          <Hint key={id}>
            {title}: {sentence}
          </Hint>
        ))}
        <PushButton onPress={requests.cancelDiagnosis} name="Cancel the diagnosis">
          Cancel
        </PushButton>
      </div>
    </Group>
  );
};
