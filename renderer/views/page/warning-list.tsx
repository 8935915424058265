import type { AppState } from '../../../electron/contract/app-state';
import type { Severity, Warning } from '../../../electron/core/words/warning';
import { Icon } from '../../components/icon';
import { OutsideText } from '../../components/outside-text';
import { HelpAction } from './help-action';

const severityWord: Readonly<Record<Severity, string>> = { critical: 'Critical', warning: 'Warning', info: 'Note' };

/** What somebody should know now, in the order of the snapshot: the most serious first. */
export const WarningList = ({
  state,
  warnings,
}: {
  readonly state: AppState;
  readonly warnings: readonly Warning[];
}) =>
  warnings.length === 0 ? null : (
    <ul className="warnings" aria-label="Warnings">
      {warnings.map((warning) => (
        <li
          key={`${warning.code} ${warning.sessionId ?? ''} ${warning.title}`}
          className={`warning warning-${warning.severity}`}
        >
          <Icon name={warning.severity} />
          <div className="warning-words">
            <h2>
              <span className="visually-hidden">{severityWord[warning.severity]}: </span>
              <OutsideText text={warning.title} />
            </h2>
            <p>
              <OutsideText text={warning.detail} />
            </p>
            {warning.actions.map((action) => (
              <HelpAction key={action.kind} state={state} help={action} under={warning.title} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
