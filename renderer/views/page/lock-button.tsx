import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { isUnlockDialogOpen } from '../../../electron/core/state/pending-actions';
import { formatOutsideText, keychainName } from '../../../electron/core/text/format-outside-text';
import type { Keychain } from '../../../electron/core/words/keychain';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { lockActionOf } from './pending';

interface Props {
  readonly state: MonitorState;
  readonly keychain: Keychain;
  readonly look?: 'primary' | 'plain';
}

/**
 * The one thing to do about a keychain now: unlock, lock, cancel the system's dialog, or look again. It stays one
 * button, so that the keyboard's focus stays with it.
 */
export const LockButton = ({ state, keychain, look = 'plain' }: Props) => {
  const { path, lock } = keychain;
  const whose = `${formatOutsideText(keychainName(path))} keychain`;
  const action = lockActionOf(state, path);
  if (action?.kind === 'unlock' && action.phase === 'running') {
    return (
      <PushButton onPress={requests.cancelUnlock} name={`Cancel unlocking the ${whose}`} needsFreshClick>
        Cancel
      </PushButton>
    );
  }
  const blocked = action !== undefined || (lock.state === 'locked' && isUnlockDialogOpen(state));
  if (lock.state === 'unknown') {
    return (
      <PushButton look={look} onPress={requests.refresh} name={`Look Again at the ${whose}`} blocked={blocked}>
        Look Again
      </PushButton>
    );
  }
  const isLocked = lock.state === 'locked';
  return (
    <PushButton
      look={look}
      onPress={() => (isLocked ? requests.unlock(path) : requests.lock(path))}
      name={`${isLocked ? 'Unlock' : 'Lock'} the ${whose}`}
      blocked={blocked}
    >
      {isLocked ? 'Unlock' : 'Lock'}
    </PushButton>
  );
};
