import type { AutoLockRecommendation } from '../../../electron/core/auto-lock/auto-lock-recommendation';
import { formatAutoLockSettings } from '../../../electron/core/auto-lock/format-auto-lock';
import { Hint } from '../../components/boxes';
import { Disclosure } from '../../components/disclosure';
import { PushButton } from '../../components/push-button';

interface Props {
  readonly recommendation: AutoLockRecommendation;
  readonly blocked: boolean;
  readonly onUse: () => void;
}

/** What would fit this Mac, folded up: it is there for somebody who asks. */
export const RecommendationRow = ({ recommendation: { settings, sentence }, blocked, onUse }: Props) => (
  <Disclosure title="What fits this Mac" state={formatAutoLockSettings(settings)}>
    <Hint>{sentence}</Hint>
    <PushButton onPress={onUse} blocked={blocked} name={`Use this: ${formatAutoLockSettings(settings)}`}>
      Use this
    </PushButton>
  </Disclosure>
);
