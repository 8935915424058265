import { type KeyboardEvent, useId, useState } from 'react';
import { acceleratorOf, formatAccelerator } from '../../electron/core/accelerator';
import { PushButton } from '../components/push-button';
import { settingsRequests } from '../store/settings-requests';

interface Props {
  readonly shortcut: string | null;
  /** Why the one that was chosen does not work. */
  readonly problem: string | null;
}

const setShortcut = (shortcut: string | null) => void settingsRequests.setPreference('shortcut', shortcut);

/** The shortcut that opens the popover from every app: none, until one is pressed here. */
export const ShortcutRow = ({ shortcut, problem }: Props) => {
  const [recording, setRecording] = useState<{ readonly refusal: string | null } | null>(null);
  const labelId = useId();
  const hintId = useId();
  const press = (event: KeyboardEvent) => {
    if (recording === null) return;
    const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey && !event.shiftKey;
    // Tab goes on to the next control, as everywhere.
    if (event.key === 'Tab' && !event.metaKey && !event.ctrlKey && !event.altKey) return;
    event.preventDefault();
    if (isPlain && event.key === 'Escape') return setRecording(null);
    const pressed = acceleratorOf({
      ...{ code: event.code, metaKey: event.metaKey, ctrlKey: event.ctrlKey },
      ...{ altKey: event.altKey, shiftKey: event.shiftKey },
    });
    if (pressed.kind === 'refused') setRecording({ refusal: pressed.sentence });
    if (pressed.kind !== 'accelerator') return;
    setRecording(null);
    if (pressed.accelerator !== shortcut) setShortcut(pressed.accelerator);
  };
  const shown = shortcut === null ? null : formatAccelerator(shortcut);
  const said = recording === null ? problem : recording.refusal;
  return (
    <div className="row">
      <div className="row-words">
        <p id={labelId}>Shortcut to open Latchkey</p>
        <p className={said === null ? 'hint' : 'field-problem'} id={hintId} role="status">
          {said ?? (recording === null ? hintOf(shortcut) : 'Press it now, with Command or Control. Escape cancels.')}
        </p>
      </div>
      <button
        type="button"
        className="recorder"
        aria-label={`${recording === null ? (shown?.spoken ?? 'None') : 'Press the keys'}, shortcut to open Latchkey`}
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
        <PushButton name="Clear the shortcut" onPress={() => setShortcut(null)}>
          Clear
        </PushButton>
      )}
    </div>
  );
};

/** macOS does not always tell when another app has the same one. */
const hintOf = (shortcut: string | null): string =>
  shortcut === null
    ? 'None. It works in every app.'
    : 'Works in every app. If nothing happens, another app has it: choose another one.';
