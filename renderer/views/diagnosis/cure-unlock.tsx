import type { AppState } from '../../../electron/contract/app-state';
import { isUnlockDialogOpen } from '../../../electron/core/state/pending-actions';
import { loginKeychain } from '../../../electron/core/words/login-keychain';
import { PushButton } from '../../components/push-button';
import { type CureOfDiagnosis, requests } from '../../store/requests';
import { OutcomeLine } from '../page/outcome-line';
import { lockActionOf } from '../page/pending';

interface Props {
  readonly state: AppState;
  readonly shown: CureOfDiagnosis;
  readonly forWhat: string;
}

/** Unlocks through the system's own dialog, and looks again when that has ended. One button, so that it keeps the focus. */
export const CureUnlock = ({ state, shown, forWhat }: Props) => {
  const keychain = loginKeychain(state.snapshot?.keychains ?? []);
  if (!keychain) return null;
  const { path, lock } = keychain;
  const action = lockActionOf(state, path);
  const isOpen = action?.kind === 'unlock' && action.phase === 'running';
  const unlock = async () => {
    if (await requests.unlock(path)) void requests.diagnoseAgain(shown);
  };
  const isUnlocked = lock.state === 'unlocked';
  return (
    <div className="action-block">
      {isOpen ? (
        <PushButton onPress={requests.cancelUnlock} name={`Cancel: ${forWhat}`} needsFreshClick>
          Cancel
        </PushButton>
      ) : (
        <PushButton
          onPress={unlock}
          blocked={isUnlocked || action !== undefined || isUnlockDialogOpen(state)}
          name={`${isUnlocked ? 'Unlocked' : 'Unlock'}: ${forWhat}`}
        >
          {isUnlocked ? 'Unlocked' : 'Unlock'}
        </PushButton>
      )}
      <OutcomeLine state={state} kind="unlock" target={{ kind: 'keychain', path }} />
    </div>
  );
};
