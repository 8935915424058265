import type { AppState } from '../../../electron/contract/app-state';
import { sessionTitle } from '../../../electron/core/sessions/session-title';
import { Hint } from '../../components/boxes';
import { HelpAction } from '../page/help-action';

/** One button for each tmux server in which a prompt helps. */
export const CureUnlockPrompts = ({ state }: { readonly state: AppState }) => {
  const servers = (state.snapshot?.sessions ?? []).filter(
    ({ kind, bornIn, sees }) => kind === 'tmux-server' && bornIn === 'ssh' && sees !== 'unlocked',
  );
  if (servers.length === 0) return <Hint>No tmux server that was started over SSH sees it locked now.</Hint>;
  return (
    <>
      {servers.map((server) => (
        <HelpAction
          key={server.id}
          state={state}
          help={{ kind: 'open-unlock-prompt', sessionId: server.id }}
          forWhom={sessionTitle(server)}
        />
      ))}
    </>
  );
};
