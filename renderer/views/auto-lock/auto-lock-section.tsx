import type { AppState } from '../../../electron/contract/app-state';
import { pendingAction } from '../../../electron/core/state/pending-actions';
import type { Keychain } from '../../../electron/core/words/keychain';
import { Group } from '../../components/boxes';
import { Section } from '../../components/section';
import { PendingLine } from '../page/pending-line';

import { AutoLockControls } from './auto-lock-controls';

/** Auto-lock of the keychain on top. */
export const AutoLockSection = ({ state, keychain }: { readonly state: AppState; readonly keychain: Keychain }) => {
  const action = pendingAction(state.pending, 'set-auto-lock', { kind: 'keychain', path: keychain.path });
  return (
    <Section title="Auto-lock" aside={<PendingLine action={action} />}>
      <Group>
        <AutoLockControls state={state} keychain={keychain} />
      </Group>
    </Section>
  );
};
