import { X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../core/outcome';
import { outsideMoment } from '../../core/time/outside-numbers';
import { settingsFormat } from '../common/file-format';

/** When a certificate ends, in milliseconds since 1970. Of several in a chain the first counts, which is the user's. */
export const certificateEnd = (pem: string | Buffer): Outcome<number, 'no-end' | 'no-certificate'> => {
  try {
    const endsAt = outsideMoment(Date.parse(new X509Certificate(pem).validTo));
    return endsAt === null ? failure('no-end', 'it tells no end') : success(endsAt);
  } catch {
    return failure('no-certificate', 'it is no certificate');
  }
};

export const certificateFormat = settingsFormat({
  name: 'certificate',
  syntax: 'binary',
  largestBytes: 64 * 1024,
  parse: certificateEnd,
});
