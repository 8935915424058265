import type { LoginStatus } from '../../core/credentials/login-status';
import { isoTime } from '../../core/time/outside-numbers';
import type { ExpiryOf } from '../../core/words/credential';

/**
 * The status of something that ends at a known moment and that nothing renews; how soon that is comes later, by the
 * user's thresholds. Both moments in milliseconds since 1970.
 *
 * @param endsAt null when it is not told.
 */
export const statusByEnd = (of: ExpiryOf, endsAt: number | null, now: number): LoginStatus => {
  if (endsAt === null) return { status: 'unknown', expiry: null };
  return { status: endsAt <= now ? 'expired' : 'valid', expiry: { of, at: isoTime(endsAt) } };
};
