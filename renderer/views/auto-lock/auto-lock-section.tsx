import type { AppState } from '../../../electron/contract/app-state';
import { pendingAction } from '../../../electron/core/state/pending-actions';
import type { Keychain } from '../../../electron/core/words/keychain';
import { Section } from '../../components/section';
import { pendingPhrase } from '../page/pending';
import { AutoLockControls } from './auto-lock-controls';

/** Auto-lock of the keychain on top. */
export const AutoLockSection = ({ state, keychain }: { readonly state: AppState; readonly keychain: Keychain }) => {
  const action = pendingAction(state.pending, 'set-auto-lock', { kind: 'keychain', path: keychain.path });
  return (
    <Section
      title="Auto-lock"
      aside={
        <p className="pending" role="status">
          {action && pendingPhrase(action)}
        </p>
      }
    >
      <div className="group">
        <AutoLockControls state={state} keychain={keychain} />
      </div>
    </Section>
  );
};
