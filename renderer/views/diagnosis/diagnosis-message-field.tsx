import { useId } from 'react';
import { mostMessageCharacters } from '../../../electron/core/diagnosis/diagnosis-run';
import { Hint } from '../../components/boxes';

interface Props {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Where an error text is pasted. It is emptied as soon as it is sent. */
export const DiagnosisMessageField = ({ text, onChange }: Props) => {
  const id = useId();
  const hintId = useId();
  return (
    <div className="field">
      <label htmlFor={id}>What did the tool print?</label>
      <textarea
        id={id}
        value={text}
        rows={3}
        maxLength={mostMessageCharacters}
        spellCheck={false}
        autoComplete="off"
        aria-describedby={hintId}
        onChange={(event) => onChange(event.target.value)}
      />
      <Hint id={hintId}>Paste the message here. It is looked at once and not kept.</Hint>
    </div>
  );
};
