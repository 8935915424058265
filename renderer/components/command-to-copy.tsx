import { useState } from 'react';
import { OutsideText } from './outside-text';
import { PushButton } from './push-button';

interface Props {
  readonly command: string;
  /** Asks the main process to copy it, which holds the text itself; tells whether it did. */
  readonly copy: () => Promise<boolean>;
  /** The button's name for VoiceOver. */
  readonly name?: string;
  /** In one line, for a list; the whole of it shows in the tooltip, and while the keyboard is at its button. */
  readonly oneLine?: boolean;
}

/** A command that the user runs: shown, and copied by a click. */
export const CommandToCopy = ({ command, copy, name = 'Copy command', oneLine = false }: Props) => {
  const [copied, setCopied] = useState(false);
  return (
    <div className={oneLine ? 'command command-one-line' : 'command'}>
      <code>
        <OutsideText text={command} oneLine={oneLine} />
      </code>
      <PushButton onPress={async () => setCopied(await copy())} name={name}>
        Copy
      </PushButton>
      <span className="copied" role="status">
        {copied && 'Copied'}
      </span>
    </div>
  );
};
