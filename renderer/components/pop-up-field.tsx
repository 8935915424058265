import { useId } from 'react';
import { Icon } from './icon';

interface Props {
  readonly label: string;
  readonly value: string;
  /** In their order; the first stands for no choice. */
  readonly choices: readonly { readonly value: string; readonly title: string }[];
  readonly onChange: (value: string) => void;
}

/** A pop-up button as wide as the page, below its label: for choices with long names. */
export const PopUpField = ({ label, value, choices, onChange }: Props) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="pop-up">
        <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.title}
            </option>
          ))}
        </select>
        <Icon name="chevrons" />
      </span>
    </div>
  );
};
