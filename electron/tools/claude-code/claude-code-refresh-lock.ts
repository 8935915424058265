import { stat } from 'node:fs/promises';
import type { LockSighting } from '../../core/claude-code/refresh-lock';
import { codeOfError } from '../../core/text/code-of-error';
import { type MacHost, onDisk } from '../../system/mac/host';

/** The locks that Claude Code takes around a renewal: folders, the newer one inside the configuration folder. */
export const readRefreshLocks = (host: MacHost, configFolder: string): Promise<readonly LockSighting[]> =>
  Promise.all([`${configFolder}/.oauth_refresh.lock`, `${configFolder}.lock`].map((path) => readLock(host, path)));

const readLock = async (host: MacHost, path: string): Promise<LockSighting> => {
  try {
    const { mtimeMs } = await stat(onDisk(host, path));
    return { kind: 'found', path, touchedAt: mtimeMs };
  } catch (error) {
    const code = codeOfError(error);
    const isNone = code === 'ENOENT' || code === 'ENOTDIR';
    return isNone ? { kind: 'none' } : { kind: 'unknown', path, reason: `macOS answered ${code}` };
  }
};
