import type { AppState } from '../../../electron/contract/app-state';
import type { DiagnosisRun } from '../../../electron/core/diagnosis/diagnosis-run';
import type { OutcomeAfterCure } from '../../../electron/core/diagnosis/outcome-after-cure';
import { Group, GroupWords, Hint } from '../../components/boxes';
import { Icon, type IconName } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { DiagnosisCause } from './diagnosis-cause';
import { DiagnosisChecks } from './diagnosis-checks';

interface Props {
  readonly state: AppState;
  readonly ended: Extract<DiagnosisRun, { readonly phase: 'done' }>;
  /** Back to the question. */
  readonly onAsk: () => void;
}

const outcomeIcons: Readonly<Record<OutcomeAfterCure['result'], IconName>> = {
  worked: 'done',
  'another-cause': 'info',
  'still-there': 'warning',
  'not-known': 'unknown',
};

/** What it is, on what grounds and what to do, the likeliest first; then what was looked at. */
export const DiagnosisResult = ({ state, ended, onAsk }: Props) => {
  const { report, afterCure } = ended;
  const { summary, message, causes, notMeasured } = report.diagnosis;
  return (
    <>
      <div className="diagnosis-summary" role="status">
        {afterCure !== null && (
          <p className={`notice notice-${afterCure.result === 'worked' ? 'done' : 'open'}`}>
            <Icon name={outcomeIcons[afterCure.result]} />
            <span>{afterCure.sentence}</span>
          </p>
        )}
        <p>
          <OutsideText text={summary} />
        </p>
      </div>
      {message?.kind === 'recognised' && (
        <Group>
          <GroupWords>
            <h2>The message</h2>
            <p>{message.meaning}</p>
            <Hint>{message.howToTell}</Hint>
          </GroupWords>
        </Group>
      )}
      <ol className="diagnosis-causes" aria-label="Causes, what to deal with first stands first">
        {causes.map((cause, index) => (
          <DiagnosisCause key={cause.id} state={state} cause={cause} isFirst={index === 0} onAsk={onAsk} />
        ))}
      </ol>
      <DiagnosisChecks checks={report.checks} notMeasured={notMeasured} />
      <div className="diagnosis-buttons">
        <PushButton onPress={() => requests.diagnoseAgain()} name="Look Again at all of it">
          Look Again
        </PushButton>
        <PushButton onPress={onAsk}>Ask something else</PushButton>
      </div>
    </>
  );
};
