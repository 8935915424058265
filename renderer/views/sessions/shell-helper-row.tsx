import type { ShellPlan } from '../../../electron/core/sessions/shell-plan';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { isPending } from '../../../electron/core/state/pending-actions';
import { GroupWords, Hint } from '../../components/boxes';
import { Disclosure } from '../../components/disclosure';
import { FileText } from '../../components/file-text';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { OutcomeLine } from '../page/outcome-line';

interface Props {
  readonly state: MonitorState;
  readonly plan: ShellPlan;
}

/** One shell: which file, why that one, and the exact lines, before the button that puts them there or takes them out. */
export const ShellHelperRow = ({ state, plan }: Props) => {
  const { shell, file, why, targetFile, lines, makesFile, isInstalled, helperFiles } = plan;
  return (
    <Disclosure title={shell} state={isInstalled ? 'Installed' : 'Not installed'}>
      <GroupWords>
        <p>
          {makesFile && !isInstalled && 'A new file: '}
          <OutsideText text={file} />
        </p>
        <Hint>
          <OutsideText text={why} />
        </Hint>
        {targetFile !== file && (
          <Hint>
            It is a link. What changes is <OutsideText text={targetFile} />
          </Hint>
        )}
        <p>{linesAre({ isInstalled, makesFile })}</p>
        <FileText name={`Lines for ${shell}`} lines={lines} />
        <Hint>
          They read <OutsideText text={helperFiles.join(', ')} />
        </Hint>
        <PushButton
          onPress={() => requests.setShellHelper(shell, !isInstalled)}
          blocked={isPending(state.pending, 'set-shell-helper', { kind: 'shell', name: shell })}
          name={`${isInstalled ? 'Remove' : 'Install'} the shell helper for ${shell}`}
        >
          {isInstalled ? 'Remove' : 'Install'}
        </PushButton>
        <OutcomeLine state={state} kind="set-shell-helper" target={{ kind: 'shell', name: shell }} />
      </GroupWords>
    </Disclosure>
  );
};

const linesAre = ({ isInstalled, makesFile }: Pick<ShellPlan, 'isInstalled' | 'makesFile'>): string => {
  if (isInstalled) return 'These lines are in it:';
  return makesFile ? 'These lines will be in it:' : 'These lines are put at its end:';
};
