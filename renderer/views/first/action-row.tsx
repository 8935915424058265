import type { AppState } from '../../../electron/contract/app-state';
import { lengthTitle } from '../../../electron/core/hold/keep-unlocked-choice';
import type { OfferedAction, OfferedActions } from '../../../electron/core/state/offered-actions';
import { loginKeychain } from '../../../electron/core/words/login-keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { usePopoverStore } from '../../store/popover-store';
import { ActionButton } from './action-button';
import { describeAction, type NamedAction } from './named-action';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  readonly offered: OfferedActions;
  readonly sentenceId: string;
}

/** What to do now: two buttons or three, of which one makes walking away safe. */
export const ActionRow = ({ state, snapshot, offered: { all, primary }, sentenceId }: Props) => {
  const asked = usePopoverStore((store) => store.requestsUnderWay);
  const loginPath = loginKeychain(snapshot.keychains)?.path;
  const named = (action: OfferedAction): NamedAction =>
    describeAction(action, { state, snapshot, loginPath, asked, isShort: all.length > 2 });
  // Of each kind there is one; on its way here from the main process it was copied.
  const isPrimary = ({ kind }: OfferedAction): boolean => kind === primary?.kind;
  return (
    <div className="actions" data-count={all.length}>
      {all.map((action) => (
        <ActionButton
          // The primary one stays the same button, so that the keyboard's focus stays with it.
          key={isPrimary(action) ? 'primary' : action.kind}
          action={named(action)}
          isPrimary={isPrimary(action)}
          // To end what was wished is no advice, and to give it up neither.
          isBlue={isPrimary(action) && action.kind !== 'end-hold' && action.kind !== 'cancel'}
          describedBy={isPrimary(action) ? sentenceId : undefined}
          menuTitle={
            action.kind === 'unlock'
              ? 'Unlock and keep unlocked'
              : `Keep Unlocked other than ${lengthTitle(state.preferences.keepUnlocked.length)}`
          }
        />
      ))}
    </div>
  );
};
