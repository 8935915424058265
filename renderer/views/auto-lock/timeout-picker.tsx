import { useId, useState } from 'react';
import { timeoutChoices } from '../../../electron/core/auto-lock/timeout-presets';
import { formatTimeoutLabel } from '../../../electron/core/time/format-timeout';
import { Row } from '../../components/boxes';
import { Icon } from '../../components/icon';
import { isTimeAskedFor } from '../../store/pages';
import { OtherTimeout } from './other-timeout';

interface Props {
  /** null: never. */
  readonly idleTimeoutSeconds: number | null;
  readonly disabled: boolean;
  readonly describedBy: string | undefined;
  /** Names the keychain to VoiceOver where several have such a picker. */
  readonly keychainName?: string;
  readonly onChange: (idleTimeoutSeconds: number | null) => void;
}

const never = 'never';
const other = 'other';
const toOption = (seconds: number | null): string => (seconds === null ? never : String(seconds));
const fromOption = (option: string): number | null => (option === never ? null : Number(option));

/** A pop-up button with the usual lengths, and a field for any other. It shows the present value; a choice asks for another. */
export const TimeoutPicker = ({ idleTimeoutSeconds, disabled, describedBy, keychainName, onChange }: Props) => {
  const id = useId();
  const [asksForOther, setAsksForOther] = useState(keychainName === undefined && isTimeAskedFor());
  const name = keychainName === undefined ? undefined : `Lock after last use, ${keychainName}`;
  return (
    <>
      <Row>
        <label htmlFor={id}>Lock after last use</label>
        <span className="pop-up">
          <select
            id={id}
            aria-label={name}
            value={asksForOther ? other : toOption(idleTimeoutSeconds)}
            disabled={disabled}
            aria-describedby={describedBy}
            onChange={({ target }) => {
              setAsksForOther(target.value === other);
              if (target.value !== other) onChange(fromOption(target.value));
            }}
          >
            {timeoutChoices(idleTimeoutSeconds).map((seconds) => (
              <option key={toOption(seconds)} value={toOption(seconds)}>
                {formatTimeoutLabel(seconds)}
              </option>
            ))}
            <option value={other}>Other…</option>
          </select>
          <Icon name="chevrons" />
        </span>
      </Row>
      {asksForOther && !disabled && (
        <OtherTimeout
          onCancel={() => setAsksForOther(false)}
          onChoose={(seconds) => {
            setAsksForOther(false);
            onChange(seconds);
          }}
        />
      )}
    </>
  );
};
