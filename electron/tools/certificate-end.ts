import { X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../core/outcome';
import type { MacDoors } from '../system/doors';
import { toMacPath } from '../system/mac-path';
import type { CertificateEnd } from './registry-credential';
import { rememberSettingsFiles } from './settings-file';

const limitBytes = 256 * 1024;

/** Tells when the certificates end whose paths turn up in other files; each is read again only when it changes. */
export const createCertificateEnds = (doors: MacDoors): ((path: string) => Promise<CertificateEnd | null>) => {
  const read = rememberSettingsFiles(doors, limitBytes, certificateEnd);
  return async (path) => {
    // A variable or a folder that is not known here.
    if (!path.startsWith('/') || path.includes('${')) return null;
    const file = await read(toMacPath(doors.host, path));
    if (file.kind === 'none') return { reason: 'it is not there' };
    return file.kind === 'parsed' ? { endsAt: file.value } : { reason: file.reason };
  };
};

const certificateEnd = (pem: string): Outcome<number> => {
  try {
    const endsAt = Date.parse(new X509Certificate(pem).validTo);
    return Number.isNaN(endsAt) ? failure('no-end', 'it tells no end') : success(endsAt);
  } catch {
    return failure('no-certificate', 'it is no certificate');
  }
};
