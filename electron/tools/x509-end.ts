import { X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../core/outcome';

/** When a certificate ends, in milliseconds since 1970. Of several in a chain the first counts, which is the user's. */
export const certificateEnd = (pem: string | Buffer): Outcome<number, 'no-end' | 'no-certificate'> => {
  try {
    const endsAt = Date.parse(new X509Certificate(pem).validTo);
    return Number.isNaN(endsAt) ? failure('no-end', 'it tells no end') : success(endsAt);
  } catch {
    return failure('no-certificate', 'it is no certificate');
  }
};
