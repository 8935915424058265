import { type FormEvent, useId, useState } from 'react';
import { parseIdleTimeout } from '../../../electron/core/auto-lock/parse-duration';
import { RowWords } from '../../components/boxes';
import { PushButton } from '../../components/push-button';

interface Props {
  readonly onChoose: (idleTimeoutSeconds: number | null) => void;
  readonly onCancel: () => void;
}

/** A timeout of any length, as the command line takes it. What cannot be is said below the field, and nothing is asked for. */
export const OtherTimeout = ({ onChoose, onCancel }: Props) => {
  const id = useId();
  const hintId = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const choose = () => {
    const parsed = parseIdleTimeout(text.trim());
    if (parsed.ok) onChoose(parsed.value);
    else setProblem(parsed.reason);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose();
  };
  return (
    <form className="row field-row" onSubmit={submit}>
      <RowWords>
        <label htmlFor={id}>Other length</label>
        <p className={problem === null ? 'hint' : 'field-problem'} id={hintId} role="status">
          {problem ?? 'Such as 45m, 2h or 1d.'}
        </p>
      </RowWords>
      <input
        id={id}
        className="text-field"
        type="text"
        size={6}
        maxLength={12}
        autoComplete="off"
        spellCheck={false}
        // The user has just asked for this field.
        // biome-ignore lint/a11y/noAutofocus: a choice in the pop-up button opens it
        autoFocus
        value={text}
        aria-describedby={hintId}
        aria-invalid={problem !== null}
        onChange={({ target }) => {
          setText(target.value);
          setProblem(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onCancel();
        }}
      />
      <PushButton onPress={choose}>Set</PushButton>
    </form>
  );
};
