import { type BigIntStats, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { codeOfError } from '../../core/text/code-of-error';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';

/**
 * Folders of a Mac's own disk. A look asks for some 150 files, and asking at once costs a tenth of asking through a thread
 * of Node's. Elsewhere (`/Volumes`, `/Network`, `/home`) a network volume may keep the answer back, and nobody must wait.
 */
const ownDisk = ['/Users/', '/Library/', '/Applications/', '/opt/', '/usr/', '/etc/', '/run/', '/var/'];

const isOnOwnDisk = (macPath: string): boolean => ownDisk.some((folder) => `${macPath}/`.startsWith(folder));

const notTaken = 'not taken: ';

/**
 * Of a file that was seen: its inode, size and times. `not taken: EACCES` where macOS did not let it be seen: something else
 * than a file that is not there, so that becoming so, and ceasing to be, is a change. Null: there is none.
 */
export type FileFingerprint = string | null;

/** Changes whenever the file does (inode, size, times of content and attributes). */
export const fileFingerprint = async (host: MacHost, macPath: string): Promise<FileFingerprint> => {
  const path = onDisk(host, macPath);
  try {
    const found = isOnOwnDisk(macPath)
      ? statSync(path, { bigint: true, throwIfNoEntry: false })
      : await stat(path, { bigint: true });
    return found === undefined ? null : fingerprintOf(found);
  } catch (error) {
    const code = codeOfError(error);
    // Below what is no folder, there is nothing either.
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : `${notTaken}${code}`;
  }
};

/** Whether a fingerprint was taken: of a file, or of there being none. */
export const isTaken = (fingerprint: FileFingerprint): boolean => fingerprint?.startsWith(notTaken) !== true;

/** Whether a file was seen there. One that macOS does not let be seen cannot be started or read either. */
export const isSeen = (fingerprint: FileFingerprint): fingerprint is string =>
  fingerprint !== null && isTaken(fingerprint);

const fingerprintOf = ({ ino, size, mtimeNs, ctimeNs }: BigIntStats): string => `${ino}:${size}:${mtimeNs}:${ctimeNs}`;
