import type { PendingAction } from '../../../electron/core/words/pending';
import { pendingPhrase } from './pending';

/** What is being done; a region that is there before it says something. */
export const PendingLine = ({ action }: { readonly action: PendingAction | undefined }) => (
  <p className="pending" role="status">
    {action && pendingPhrase(action)}
  </p>
);
