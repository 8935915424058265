import { type KeyboardEvent, useId, useState } from 'react';
import { acceleratorOf, formatAccelerator } from '../../../electron/core/window/accelerator';
import { Row, RowWords } from '../../components/boxes';
import { PushButton } from '../../components/push-button';

interface Props {
  /** What it does, as a choice: "Open Latchkey". */
  readonly label: string;
  /** The same for VoiceOver, after the keys: "shortcut to open Latchkey". */
  readonly spoken: string;
  readonly shortcut: string | null;
  /** Why the one that was chosen does not work. */
  readonly problem: string | null;
  /** The app's other shortcut, and what is said when the same keys are pressed. */
  readonly other: { readonly shortcut: string | null; readonly refusal: string };
  readonly onChoose: (shortcut: string | null) => void;
}

/** A shortcut that works in every app: none, until one is pressed here. */
export const ShortcutRow = ({ label, spoken, shortcut, problem, other, onChoose }: Props) => {
  const [recording, setRecording] = useState<{ readonly refusal: string | null } | null>(null);
  const hintId = useId();
  const press = (event: KeyboardEvent) => {
    if (recording === null) return;
    const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey && !event.shiftKey;
    // Tab goes on to the next control, as everywhere.
    if (event.key === 'Tab' && !event.metaKey && !event.ctrlKey && !event.altKey) return;
    event.preventDefault();
    if (isPlain && event.key === 'Escape') return setRecording(null);
    const pressed = acceleratorOf({
      code: event.code,
      metaKey: event.metaKey,
      ctrlKey: event.ctrlKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
    });
    if (pressed.kind === 'refused') return setRecording({ refusal: pressed.sentence });
    if (pressed.kind !== 'accelerator') return;
    if (pressed.accelerator === other.shortcut) return setRecording({ refusal: other.refusal });
    setRecording(null);
    if (pressed.accelerator !== shortcut) onChoose(pressed.accelerator);
  };
  const shown = shortcut === null ? null : formatAccelerator(shortcut);
  const said = recording === null ? problem : recording.refusal;
  return (
    <Row>
      <RowWords>
        <p>{label}</p>
        <p className={said === null ? 'hint' : 'field-problem'} id={hintId} role="status">
          {said ?? (recording !== null && 'With Command or Control. Escape cancels.')}
        </p>
      </RowWords>
      <button
        type="button"
        className="recorder"
        aria-label={`${recording === null ? (shown?.spoken ?? 'None') : 'Press the keys'}, ${spoken}`}
        aria-describedby={hintId}
        aria-pressed={recording !== null}
        aria-invalid={problem !== null || undefined}
        onClick={() => setRecording(recording === null ? { refusal: null } : null)}
        onKeyDown={press}
        // Space would press the button when it comes up.
        onKeyUp={(event) => recording !== null && event.preventDefault()}
        onBlur={() => setRecording(null)}
      >
        {recording === null ? (shown?.symbols ?? 'Record…') : 'Press the keys…'}
      </button>
      {shortcut !== null && (
        <PushButton name={`Clear the ${spoken}`} onPress={() => onChoose(null)}>
          Clear
        </PushButton>
      )}
    </Row>
  );
};
