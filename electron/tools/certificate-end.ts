import type { MacDoors } from '../system/doors';
import { toMacPath } from '../system/mac-path';
import type { CertificateEnd } from './registry-credential';
import { rememberSettingsFiles } from './settings-file';
import { certificateEnd } from './x509-end';

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
