import type { MacHost } from '../mac/host';

/** SECURITYSESSIONID, which macOS sets for what it starts in a login: a later login has another number. */
export const loginNumber = ({ environment }: MacHost): string | null => {
  const number = environment.SECURITYSESSIONID;
  return number !== undefined && /^[0-9A-Za-z-]{1,64}$/.test(number) ? number : null;
};
