import { useId } from 'react';
import { formatTimeoutLabel, timeoutChoices } from '../../electron/core/format-timeout';
import { Icon } from '../components/icon';

interface Props {
  /** null: never. */
  readonly idleTimeoutSeconds: number | null;
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (idleTimeoutSeconds: number | null) => void;
}

const never = 'never';
const toOption = (seconds: number | null): string => (seconds === null ? never : String(seconds));
const fromOption = (option: string): number | null => (option === never ? null : Number(option));

/** A pop-up button with the usual lengths. It shows the present value; a choice asks for another. */
export const TimeoutPicker = ({ idleTimeoutSeconds, disabled, describedBy, onChange }: Props) => {
  const id = useId();
  return (
    <div className="row">
      <label htmlFor={id}>Lock after last use</label>
      <span className="pop-up">
        <select
          id={id}
          value={toOption(idleTimeoutSeconds)}
          disabled={disabled}
          aria-describedby={describedBy}
          onChange={(event) => onChange(fromOption(event.target.value))}
        >
          {timeoutChoices(idleTimeoutSeconds).map((seconds) => (
            <option key={toOption(seconds)} value={toOption(seconds)}>
              {formatTimeoutLabel(seconds)}
            </option>
          ))}
        </select>
        <Icon name="chevrons" />
      </span>
    </div>
  );
};
