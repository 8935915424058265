import { isoTime } from '../time/outside-numbers';
import type { RefreshLock } from '../words/claude-code-activity';

/** Claude Code's refresh lock is a folder, whose time its holder renews every 5 seconds. */
export type LockSighting =
  | { readonly kind: 'none' }
  /** `touchedAt`: milliseconds since 1970. */
  | { readonly kind: 'found'; readonly path: string; readonly touchedAt: number }
  | { readonly kind: 'unknown'; readonly path: string; readonly reason: string };

const staleAfterMs = 60_000;
/** Times of files and of the clock may be rounded differently. */
const clockToleranceMs = 2_000;

const whenStuck = 'Failed to refresh OAuth token: another Claude Code process is refreshing it or exited mid-refresh';

/**
 * The worst of all locks: a stuck one, else one that nobody can tell of, else one that is held. A time in the future never
 * grows old, so such a lock is stuck until then (claude-code#95739).
 *
 * @param readAt milliseconds since 1970 at which the locks were seen: later their age says nothing.
 */
export const describeRefreshLock = (locks: readonly LockSighting[], readAt: number): RefreshLock => {
  const described = locks.map((lock) => describeOne(lock, readAt));
  const worst = (['stuck', 'unknown', 'held'] as const).map((state) => described.find((lock) => lock.state === state));
  return worst.find((lock) => lock !== undefined) ?? { state: 'free' };
};

const describeOne = (lock: LockSighting, readAt: number): RefreshLock => {
  if (lock.kind === 'none') return { state: 'free' };
  if (lock.kind === 'unknown') return { state: 'unknown', reason: `${lock.path} cannot be seen: ${lock.reason}.` };
  const { path, touchedAt } = lock;
  const facts = { path, touchedAt: isoTime(touchedAt) };
  const ageMs = readAt - touchedAt;
  if (ageMs < -clockToleranceMs) {
    const reason = `The time of ${path} lies in the future, so no Claude Code takes it for abandoned.`;
    return { state: 'stuck', ...facts, reason, symptom: whenStuck };
  }
  if (ageMs > staleAfterMs) {
    const reason = `${path} was not touched for more than a minute: whoever was renewing the token hangs or has ended.`;
    return { state: 'stuck', ...facts, reason, symptom: whenStuck };
  }
  return { state: 'held', ...facts, reason: `A Claude Code is renewing the token just now (${path}).` };
};
