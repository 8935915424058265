import { stat } from 'node:fs/promises';
import type { MacHost } from './host';
import { onDisk } from './host';

/** Changes whenever the file does (inode, size, times of content and attributes); null when there is none to be seen. */
export const fileFingerprint = async (host: MacHost, macPath: string): Promise<string | null> => {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(onDisk(host, macPath), { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(':');
  } catch {
    return null;
  }
};
