import type { AppState } from '../../electron/contract/app-state';
import type { Keychain } from '../../electron/core/snapshot';
import { Section } from '../components/section';
import { AutoLockControls } from './auto-lock-controls';
import { pendingPhrase } from './pending';

/** Auto-lock of the keychain on top. */
export const AutoLockSection = ({ state, keychain }: { readonly state: AppState; readonly keychain: Keychain }) => {
  const action = state.pending.find(
    ({ kind, keychainPath }) => kind === 'set-auto-lock' && keychainPath === keychain.path,
  );
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
