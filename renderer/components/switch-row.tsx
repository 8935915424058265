import { type ReactNode, useId } from 'react';
import { Hint, Row, RowWords } from './boxes';

interface Props {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  /** What the present value means, below the label. */
  readonly hint?: ReactNode;
  readonly describedBy?: string | undefined;
  /** What it belongs to, for VoiceOver, where several switches have the same label. */
  readonly of?: string;
  readonly onChange: (on: boolean) => void;
}

/** A labelled switch. It shows `on` and nothing else: a press asks for the other value, the next state answers. */
export const SwitchRow = ({ label, on, disabled = false, hint, describedBy, of, onChange }: Props) => {
  const id = useId();
  const hintId = useId();
  const description = [hint === undefined ? undefined : hintId, describedBy].filter((part) => part !== undefined);
  return (
    <Row>
      <RowWords>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && <Hint id={hintId}>{hint}</Hint>}
      </RowWords>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className="switch"
        aria-label={of === undefined ? undefined : `${label}, ${of}`}
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-describedby={description.length === 0 ? undefined : description.join(' ')}
        onChange={(event) => onChange(event.target.checked)}
      />
    </Row>
  );
};
