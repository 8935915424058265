import { parseJsonObject } from '../../core/text/json';
import { storedMoment, wrong } from './stored-values';

const greatestLength = 64 * 1024;
/** No such token is as old as this: what claims to have ended before has a 0, or something like it, for "not set". */
const earliestEnd = Date.UTC(2000, 0, 1);

/**
 * When a JSON Web Token ends, in milliseconds since 1970, out of its middle part alone; null when it is none or tells no
 * end. The signature is not checked and nothing else of it is kept.
 */
export const jwtEnd = (token: unknown): number | null => {
  if (typeof token !== 'string' || token.length > greatestLength) return null;
  const parts = token.split('.');
  if (parts.length !== 3) return null;
  const claims = parseJsonObject(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
  const end = storedMoment(claims?.exp, 'seconds');
  return end === wrong || end === null || end < earliestEnd ? null : end;
};
