import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { toMacPath } from '../mac/mac-path';

/** A macOS path without links in it, for what a program derives from that; as it was given where there is none. */
export const realMacPath = async (host: MacHost, macPath: string): Promise<string> => {
  try {
    return toMacPath(host, await realpath(onDisk(host, macPath)));
  } catch {
    return macPath;
  }
};

/** A path on disk without links in it; null where there is nothing. */
export const withoutLinks = (path: string): string | null => {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
};
