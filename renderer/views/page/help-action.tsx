import { useId } from 'react';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { isPending, isUnlockDialogOpen } from '../../../electron/core/state/pending-actions';
import { formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import type { SessionHelp } from '../../../electron/core/words/warning';
import { CommandToCopy } from '../../components/command-to-copy';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { OutcomeLine } from './outcome-line';
import { lockActionOf } from './pending';

interface Props {
  readonly state: MonitorState;
  readonly help: SessionHelp;
  /** Whom it helps, for the button's name, so that those of a list can be told apart: "tmux server ‘work’". */
  readonly forWhom?: string;
  readonly oneLine?: boolean;
}

/** The one thing that helps: a button, or a command to take along. */
export const HelpAction = ({ state, help, forWhom, oneLine = false }: Props) => {
  const whom = forWhom === undefined ? '' : ` for ${formatOutsideText(forWhom)}`;
  switch (help.kind) {
    case 'unlock': {
      const { keychainPath } = help;
      return (
        <PushButton
          onPress={() => requests.unlock(keychainPath)}
          blocked={isUnlockDialogOpen(state) || lockActionOf(state, keychainPath) !== undefined}
          name={`Unlock the ${formatOutsideText(keychainName(keychainPath))} keychain${whom || ' for remote sessions'}`}
        >
          Unlock
        </PushButton>
      );
    }
    case 'copy-command':
      return (
        <CommandToCopy
          command={help.command}
          copy={requests.copyUnlockCommand}
          name={`Copy command${whom}`}
          oneLine={oneLine}
        />
      );
    case 'open-unlock-prompt':
      return <OpenUnlockPrompt state={state} sessionId={help.sessionId} whom={whom} />;
  }
};

interface PromptProps {
  readonly state: MonitorState;
  readonly sessionId: string;
  readonly whom: string;
}

const OpenUnlockPrompt = ({ state, sessionId, whom }: PromptProps) => {
  const hintId = useId();
  const kind = 'open-unlock-prompt';
  const target = { kind: 'session', id: sessionId } as const;
  return (
    <div className="action-block">
      <PushButton
        onPress={() => requests.openUnlockPrompt(sessionId)}
        blocked={isPending(state.pending, kind, target)}
        name={`Open an unlock prompt in that server${whom}`}
        describedBy={hintId}
      >
        Open an unlock prompt in that server
      </PushButton>
      <p className="hint" id={hintId}>
        A new window in it asks for the password. You type it there.
      </p>
      <OutcomeLine state={state} kind={kind} target={target} />
    </div>
  );
};
