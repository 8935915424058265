import type { AppState } from '../../../electron/contract/app-state';
import type { CureAction } from '../../../electron/core/diagnosis/causes/cure';
import type { Step } from '../../../electron/core/diagnosis/diagnosis';
import { isPending } from '../../../electron/core/state/pending-actions';
import { everything } from '../../../electron/core/words/pending';
import { CommandToCopy } from '../../components/command-to-copy';
import { PushButton } from '../../components/push-button';
import { pushPage } from '../../store/pages';
import { type CureOfDiagnosis, requests } from '../../store/requests';
import { OutcomeLine } from '../page/outcome-line';
import { CureUnlock } from './cure-unlock';
import { CureUnlockPrompts } from './cure-unlock-prompts';

interface Props {
  readonly state: AppState;
  readonly shown: CureOfDiagnosis;
  readonly step: Step;
  /** For the button's name: the cure, and what it is to cure. */
  readonly forWhat: string;
  readonly onAsk: () => void;
}

/** What Latchkey can do about it at a click; nothing where only a person can. */
export const CureButton = ({ state, shown, step, forWhat, onAsk }: Props) => {
  const { action } = step;
  if (action === null) {
    return step.id === 'paste-message' ? (
      <PushButton onPress={onAsk} name={`Paste it: ${forWhat}`}>
        Paste it
      </PushButton>
    ) : null;
  }
  if (action.kind === 'copy-command') {
    const copy = () => requests.copyCureCommand(shown);
    return <CommandToCopy command={action.command} copy={copy} name={`Copy command: ${forWhat}`} />;
  }
  if (action.kind === 'unlock') return <CureUnlock state={state} shown={shown} forWhat={forWhat} />;
  if (action.kind === 'open-unlock-prompt') return <CureUnlockPrompts state={state} />;
  if (action.kind === 'start-desktop-tmux') return <StartTmux state={state} shown={shown} forWhat={forWhat} />;
  const { label, press } = presses(shown, onAsk)[action.kind];
  return (
    <PushButton onPress={press} name={`${label}: ${forWhat}`}>
      {label}
    </PushButton>
  );
};

type Plain = Exclude<CureAction['kind'], 'copy-command' | 'unlock' | 'open-unlock-prompt' | 'start-desktop-tmux'>;

const presses = (
  shown: CureOfDiagnosis,
  onAsk: () => void,
): Readonly<Record<Plain, { readonly label: string; readonly press: () => void }>> => ({
  'show-auto-lock': { label: 'Show the settings', press: () => pushPage({ page: 'keychain' }) },
  'allow-network-checks': { label: 'Show the hosts', press: onAsk },
  'look-again': { label: 'Look Again', press: () => void requests.diagnoseAgain() },
  'settings-pane': { label: 'Open Settings', press: () => void requests.openSettingsPane(shown) },
});

const StartTmux = ({ state, shown, forWhat }: Pick<Props, 'state' | 'shown' | 'forWhat'>) => {
  const start = async () => {
    if (await requests.startDesktopTmux()) void requests.diagnoseAgain(shown);
  };
  return (
    <div className="action-block">
      <PushButton
        onPress={start}
        blocked={isPending(state.pending, 'start-desktop-tmux', everything)}
        name={`Start it: ${forWhat}`}
      >
        Start it
      </PushButton>
      <OutcomeLine state={state} kind="start-desktop-tmux" target={everything} />
    </div>
  );
};
