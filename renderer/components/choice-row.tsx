import { type ReactNode, useId } from 'react';
import { Hint, Row, RowWords } from './boxes';
import { Icon } from './icon';

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  /** What the present value means beyond its label, below. */
  readonly hint?: ReactNode;
  readonly onChoose: (value: Value) => void;
}

/** A labelled pop-up button. It shows `value` and nothing else: a choice asks for the other one, the next state answers. */
export const ChoiceRow = <Value extends string>({ label, value, choices, hint, onChoose }: Props<Value>) => {
  const id = useId();
  const hintId = useId();
  return (
    <Row>
      <RowWords>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && <Hint id={hintId}>{hint}</Hint>}
      </RowWords>
      <span className="pop-up">
        <select
          id={id}
          value={value}
          aria-describedby={hint === undefined ? undefined : hintId}
          onChange={({ target }) => {
            const chosen = choices.find((choice) => choice.value === target.value);
            if (chosen) onChoose(chosen.value);
          }}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <Icon name="chevrons" />
      </span>
    </Row>
  );
};
