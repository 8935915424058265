import type { Credential } from './snapshot';

/**
 * The logins of the tools that are installed, those that need attention first: ended, ending soon, breaking over SSH,
 * then what is not known. Within each, the order of the snapshot stays.
 */
export const byAttention = (credentials: readonly Credential[]): readonly Credential[] =>
  credentials.filter(({ installed }) => installed).sort((one, other) => rank(one) - rank(other));

const rank = ({ status, overSsh }: Credential): number => {
  if (status === 'expired') return 0;
  if (status === 'expiring') return 1;
  if (overSsh === 'breaks') return 2;
  return status === 'unreadable' || overSsh === 'unknown' ? 3 : 4;
};
