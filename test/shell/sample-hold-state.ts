import type { Hold, HoldFacts } from '../../electron/core/words/hold';
import { loginPath } from '../core/sample-facts';

const restores = { lockOnSleep: true, idleTimeoutSeconds: 300 };

/** A hold of this app's that keeps the Mac awake. */
export const awakeHold = (changes: Partial<HoldFacts> = {}): Extract<Hold, { state: 'on' }> => ({
  ...{ state: 'on', end: { kind: 'open' }, startedAt: '2026-09-10T09:00:00.000Z', restores },
  keychains: [{ path: loginPath, restores, wasLocked: false }],
  ...{ keepAwake: true, relock: 'as-before', owner: 'app', session: 'desktop', isElsewhere: false },
  ...changes,
});
