import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { toMacPath } from '../mac/mac-path';
import { notSeen, type PathStatus } from './own-file';

export type RealPath =
  | { readonly kind: 'real'; readonly path: string }
  | Exclude<PathStatus, { readonly kind: 'found' }>;

/** A macOS path without links in it, for what a program derives from that. */
export const realMacPath = (host: MacHost, macPath: string): Promise<RealPath> =>
  realpath(onDisk(host, macPath)).then((path) => ({ kind: 'real', path: toMacPath(host, path) }), notSeen);

/** A path on disk without links in it; null where there is nothing. */
export const withoutLinks = (path: string): string | null => {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
};
