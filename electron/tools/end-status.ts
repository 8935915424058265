import { endsSoonMs } from '../core/expiry-thresholds';
import type { LoginStatus } from '../core/login-status';
import type { ExpiryOf } from '../core/snapshot';

/**
 * The status of something that ends at a known moment and that nothing renews. Both moments in milliseconds since 1970.
 *
 * @param endsAt null when it is not told.
 */
export const statusByEnd = (of: ExpiryOf, endsAt: number | null, now: number): LoginStatus => {
  if (endsAt === null) return { status: 'unknown', expiry: null };
  const status = endsAt <= now ? 'expired' : endsAt - now <= endsSoonMs(of) ? 'expiring' : 'valid';
  return { status, expiry: { of, at: new Date(endsAt).toISOString() } };
};
