import { useId } from 'react';
import { usualMinutesAway } from '../../../electron/core/hold/keep-unlocked-choice';
import { Row, RowWords } from '../../components/boxes';
import { Icon } from '../../components/icon';
import { type HoldChoice, labelOf } from './hold-choice';

interface PickerProps {
  readonly choices: readonly HoldChoice[];
  readonly value: HoldChoice;
  readonly onChange: (choice: HoldChoice) => void;
}

export const UntilPicker = ({ choices, value, onChange }: PickerProps) => (
  <span className="pop-up">
    <select
      aria-label="Keep unlocked for how long"
      value={value}
      onChange={({ target }) => onChange(choices.find((choice) => choice === target.value) ?? value)}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {labelOf(choice)}
        </option>
      ))}
    </select>
    <Icon name="chevrons" />
  </span>
);

/** The next time that the clock shows this. */
export const UntilRow = ({ clock, onChange }: { readonly clock: string; onChange(clock: string): void }) => {
  const id = useId();
  return (
    <Row>
      <label htmlFor={id}>Until</label>
      <input
        id={id}
        className="text-field"
        type="time"
        value={clock}
        onChange={({ target }) => onChange(target.value)}
      />
    </Row>
  );
};

const lengths = [1, 5, usualMinutesAway, 30, 60, 240];

const lengthLabel = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${minutes / 60} ${minutes === 60 ? 'hour' : 'hours'}`;

interface AwayProps {
  readonly minutesAway: number;
  onChange(minutesAway: number): void;
}

/** Whoever unlocks the screen sooner has not been away. */
export const AwayRow = ({ minutesAway, onChange }: AwayProps) => {
  const id = useId();
  return (
    <Row>
      <RowWords>
        <label htmlFor={id}>Once the screen was locked for</label>
      </RowWords>
      <span className="pop-up">
        <select id={id} value={minutesAway} onChange={({ target }) => onChange(Number(target.value))}>
          {lengths.map((minutes) => (
            <option key={minutes} value={minutes}>
              {lengthLabel(minutes)}
            </option>
          ))}
        </select>
        <Icon name="chevrons" />
      </span>
    </Row>
  );
};
