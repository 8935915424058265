import type { AppState } from '../../../electron/contract/app-state';
import { lengthTitle } from '../../../electron/core/hold/keep-unlocked-choice';
import { type OfferedAction, offeredActions } from '../../../electron/core/state/offered-actions';
import { loginKeychain } from '../../../electron/core/words/login-keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { usePopoverStore } from '../../store/popover-store';
import { ActionButton } from './action-button';
import { describeAction, type NamedAction } from './named-action';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  readonly sentenceId: string;
}

/** What to do now: two buttons or three, of which one makes walking away safe. */
export const ActionRow = ({ state, snapshot, sentenceId }: Props) => {
  const asked = usePopoverStore((store) => store.requestsUnderWay);
  const { all, primary } = offeredActions(snapshot, state.pending);
  const loginPath = loginKeychain(snapshot.keychains)?.path;
  const named = (action: OfferedAction): NamedAction =>
    describeAction(action, { state, snapshot, loginPath, asked, isShort: all.length > 2 });
  return (
    <div className="actions" data-count={all.length}>
      {all.map((action) => (
        <ActionButton
          // The primary one stays the same button, so that the keyboard's focus stays with it.
          key={action === primary ? 'primary' : action.kind}
          action={named(action)}
          isPrimary={action === primary}
          // To end what was wished is no advice, and to give it up neither.
          isBlue={action === primary && action.kind !== 'end-hold' && action.kind !== 'cancel'}
          describedBy={action === primary ? sentenceId : undefined}
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
