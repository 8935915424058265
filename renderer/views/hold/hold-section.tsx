import type { AppState } from '../../../electron/contract/app-state';
import { pendingAction } from '../../../electron/core/state/pending-actions';
import type { Keychain } from '../../../electron/core/words/keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { Group } from '../../components/boxes';
import { Section } from '../../components/section';
import { PendingLine } from '../page/pending-line';

import { HoldInForce } from './hold-in-force';
import { HoldOffer } from './hold-offer';
import { HoldRestoring } from './hold-restoring';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  /** The login keychain; without one a hold can only be ended. */
  readonly keychain: Keychain | undefined;
}

/** "Keep unlocked until…": the offer, the hold that is on, or what still has to be put back. */
export const HoldSection = ({ state, snapshot, keychain }: Props) => {
  const action = pendingAction(state.pending, ['start-hold', 'end-hold']);
  const { hold } = snapshot;
  if (hold.state === 'off' && !keychain) return null;
  return (
    <Section title="Keep Unlocked" isTitleHidden aside={<PendingLine action={action} />}>
      <Group>
        {hold.state === 'off' && keychain && (
          <HoldOffer action={action} keychain={keychain} keychains={snapshot.keychains} />
        )}
        {hold.state === 'on' && <HoldInForce hold={hold} isEnding={action !== undefined} />}
        {hold.state === 'restoring' && <HoldRestoring state={state} hold={hold} isBusy={action !== undefined} />}
      </Group>
    </Section>
  );
};
