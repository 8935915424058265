import type { ToolDoors } from '../../system/doors';
import { toMacPath } from '../../system/mac/mac-path';
import { rememberSettingsFiles } from '../common/settings-file';
import { certificateFormat } from './x509-end';

/** When a client certificate ends, in milliseconds since 1970; or why that cannot be told. */
export type CertificateEnd = { readonly endsAt: number } | { readonly reason: string };

/** Tells when the certificates end whose paths turn up in other files; each is read again only when it changes. */
export const createCertificateEnds = (doors: ToolDoors): ((path: string) => Promise<CertificateEnd | null>) => {
  const read = rememberSettingsFiles(doors, certificateFormat);
  return async (path) => {
    // A variable or a folder that is not known here.
    if (!path.startsWith('/') || path.includes('${')) return null;
    const file = await read(toMacPath(doors.host, path));
    if (file.kind === 'none') return { reason: 'it is not there' };
    return file.kind === 'parsed' ? { endsAt: file.value } : { reason: file.reason };
  };
};
