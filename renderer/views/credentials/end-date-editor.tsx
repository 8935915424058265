import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { formatOutsideText } from '../../../electron/core/text/format-outside-text';
import { isCalendarDay } from '../../../electron/core/time/local-day';
import type { Credential } from '../../../electron/core/words/credential';
import { Hint } from '../../components/boxes';
import { PushButton } from '../../components/push-button';
import { usePopoverStore } from '../../store/popover-store';
import { requests } from '../../store/requests';
import { OutcomeLine } from '../page/outcome-line';

/** Where the disk tells no end, the user can: the date, and nothing of the token. */
export const EndDateEditor = ({ credential }: { readonly credential: Credential }) => {
  const { tool, name, account, expiry } = credential;
  const [isOpen, setIsOpen] = useState(false);
  const state = usePopoverStore((store) => store.state);
  const button = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  const entered = expiry?.endsOn ?? null;
  // A date that was read needs no help.
  const canEnter = expiry === null || entered !== null;

  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  const save = (endsOn: string | null) => {
    setIsOpen(false);
    void requests.setEndDate({ tool, endsOn, ...(account === undefined ? {} : { account }) });
  };

  if (!canEnter || state === null) return null;
  const whose = formatOutsideText(account === undefined ? name : `${name}, ${account}`);
  const words = entered === null ? 'Enter its end date…' : 'Change its end date…';
  return (
    <div className="end-date">
      {isOpen ? (
        <EndDateForm whose={whose} entered={entered} onSave={save} onCancel={() => setIsOpen(false)} />
      ) : (
        <div ref={button}>
          <PushButton onPress={() => setIsOpen(true)} name={`${words} ${whose}`}>
            {words}
          </PushButton>
        </div>
      )}
      <OutcomeLine state={state} kind="set-end-date" target={{ kind: 'login', tool, account: account ?? null }} />
    </div>
  );
};

interface FormProps {
  readonly whose: string;
  /** YYYY-MM-DD; null while there is none. */
  readonly entered: string | null;
  readonly onSave: (endsOn: string | null) => void;
  readonly onCancel: () => void;
}

const EndDateForm = ({ whose, entered, onSave, onCancel }: FormProps) => {
  const inputId = useId();
  const hintId = useId();
  const [day, setDay] = useState(entered ?? '');
  const input = useRef<HTMLInputElement>(null);
  const canSave = isCalendarDay(day) && day !== entered;
  useEffect(() => input.current?.focus(), []);

  const save = () => {
    if (canSave) onSave(day);
  };
  const onKey = (event: KeyboardEvent) => {
    const react = { Escape: onCancel, Enter: event.target === input.current ? save : undefined }[event.key];
    if (react === undefined) return;
    // Escape closes this, not the window; Enter opens no calendar.
    event.preventDefault();
    react();
  };

  return (
    <fieldset className="end-date-form" onKeyDown={onKey} aria-label={`End date of ${whose}`}>
      <label htmlFor={inputId}>Ends on</label>{' '}
      <input
        id={inputId}
        ref={input}
        type="date"
        className="date-field"
        value={day}
        min="2000-01-01"
        max="2199-12-31"
        aria-describedby={hintId}
        onChange={({ target }) => setDay(target.value)}
      />
      <Hint id={hintId}>The date that its service shows. Only the date is kept, not the token.</Hint>
      <div className="end-date-buttons">
        {entered !== null && (
          <PushButton look="quiet" onPress={() => onSave(null)} name={`Clear the end date of ${whose}`}>
            Clear
          </PushButton>
        )}
        <PushButton onPress={onCancel}>Cancel</PushButton>
        <PushButton onPress={save} blocked={!canSave}>
          Save
        </PushButton>
      </div>
    </fieldset>
  );
};
