import { useId } from 'react';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { isPending, isUnlockDialogOpen } from '../../../electron/core/state/pending-actions';
import { formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import type { SessionHelp } from '../../../electron/core/words/warning';
import { Hint } from '../../components/boxes';
import { CommandToCopy } from '../../components/command-to-copy';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { OutcomeLine } from './outcome-line';
import { lockActionOf } from './pending';

interface Props {
  readonly state: MonitorState;
  readonly help: SessionHelp;
  /** Whom it helps, for the button's name, so that those of a list can be told apart: "tmux server ‘work’". */
  readonly forWhom?: string | undefined;
  /** Of a warning: its title, for the same. */
  readonly under?: string;
  readonly oneLine?: boolean;
}

/** The one thing that helps: a button, or a command to take along. */
export const HelpAction = ({ state, help, forWhom, under, oneLine = false }: Props) => {
  const of = under === undefined ? '' : `: ${formatOutsideText(under)}`;
  const whom = forWhom === undefined ? of : ` for ${formatOutsideText(forWhom)}`;
  switch (help.kind) {
    case 'unlock': {
      const { keychainPath } = help;
      return (
        <PushButton
          onPress={() => requests.unlock(keychainPath)}
          blocked={isUnlockDialogOpen(state) || lockActionOf(state, keychainPath) !== undefined}
          name={`Unlock the ${formatOutsideText(keychainName(keychainPath))} keychain${whom}`}
        >
          Unlock
        </PushButton>
      );
    }
    case 'copy-command':
      return (
        <CommandToCopy
          command={help.command}
          copy={() => requests.copyHelp(help.command)}
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
      <Hint id={hintId}>A new window in it asks for the password. You type it there.</Hint>
      <OutcomeLine state={state} kind={kind} target={target} />
    </div>
  );
};
