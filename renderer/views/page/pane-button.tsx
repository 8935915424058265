import { useState } from 'react';
import type { PayloadOf } from '../../../electron/contract/contract';
import { PushButton } from '../../components/push-button';
import { settingsRequests } from '../../store/settings-requests';

interface Props {
  readonly pane: PayloadOf<'app.openSystemSettings'>['pane'];
  readonly label: string;
}

/** Opens a pane of System Settings; where macOS does not, it says the way there. */
export const PaneButton = ({ pane, label }: Props) => {
  const [problem, setProblem] = useState<string | null>(null);
  const open = async () => {
    const opened = await settingsRequests.openSystemSettings(pane);
    setProblem(opened === null || opened.ok ? null : opened.reason);
  };
  return (
    <div className="pane-button">
      <PushButton onPress={open}>{label}</PushButton>
      <p className="hint" role="status">
        {problem}
      </p>
    </div>
  );
};
