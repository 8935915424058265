import { formatOutsideText, keychainName } from '../../electron/core/format-outside-text';
import type { MonitorState } from '../../electron/core/monitor-state';
import type { Keychain } from '../../electron/core/snapshot';
import { PushButton } from '../components/push-button';
import { requests } from '../store/requests';
import { isDialogOpen, lockActionOf } from './pending';

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
  const blocked = action !== undefined || (lock.state === 'locked' && isDialogOpen(state));
  if (lock.state === 'unknown') {
    return (
      <PushButton look={look} onPress={requests.refresh} name={`Look again at the ${whose}`} blocked={blocked}>
        Look again
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
