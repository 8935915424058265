import type { Diagnosis } from '../../../electron/core/diagnosis/diagnosis';
import type { ReportedCheck } from '../../../electron/core/diagnosis/doctor-report';
import { Group, GroupWords, Hint } from '../../components/boxes';
import { Disclosure } from '../../components/disclosure';
import { Icon, type IconName } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';

const resultIcons: Readonly<Record<ReportedCheck['result'], IconName>> = {
  fine: 'done',
  problem: 'warning',
  'not-possible': 'unknown',
  cancelled: 'cancelled',
};

const resultWords: Readonly<Record<ReportedCheck['result'], string>> = {
  fine: 'Fine',
  problem: 'Problem',
  'not-possible': 'Could not look',
  cancelled: 'Cancelled',
};

interface Props {
  readonly checks: readonly ReportedCheck[];
  readonly notMeasured: Diagnosis['notMeasured'];
}

/** What was looked at, with its result; then what nobody could measure. */
export const DiagnosisChecks = ({ checks, notMeasured }: Props) => {
  const reasons = [...new Set(notMeasured.map(({ reason }) => reason))];
  return (
    <Group>
      <Disclosure title="What was looked at" state={`${checks.length} checks`}>
        <ul className="rows" aria-label="Checks">
          {checks.map(({ id, title, lookedAt, result, sentence, tookMs }) => (
            <li key={id} className={`group-words check-${result}`}>
              <p className="row-title title-with-state">
                <span>{title}</span>
                <span className="state-word">
                  <Icon name={resultIcons[result]} />
                  <span>{resultWords[result]}</span>
                </span>
              </p>
              <Hint>
                <OutsideText text={sentence} />
              </Hint>
              <Hint>
                Looked at: <OutsideText text={lookedAt} /> · {tookMs} ms
              </Hint>
            </li>
          ))}
        </ul>
        {reasons.length > 0 && (
          <GroupWords>
            <h3>Not measured</h3>
            {reasons.map((reason) => (
              <p key={reason} className="hint">
                <OutsideText text={reason} />
              </p>
            ))}
          </GroupWords>
        )}
      </Disclosure>
    </Group>
  );
};
