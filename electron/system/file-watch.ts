import { type FSWatcher, watch } from 'node:fs';
import type { MacHost } from './host';
import { onDisk } from './host';

/**
 * Says that something in these folders may have changed: a hint to look, never a fact. A folder that is missing, goes away
 * or cannot be watched gives no hints and no errors; the regular look finds what a hint would have told earlier.
 *
 * @param macPaths folders (files are replaced by renaming, which a watch on the file itself would not survive).
 * @returns the way to stop.
 */
export const watchFolders = (host: MacHost, macPaths: readonly string[], onHint: () => void): (() => void) => {
  const watchers = new Set<FSWatcher>();
  for (const macPath of new Set(macPaths)) {
    try {
      const watcher = watch(onDisk(host, macPath), { persistent: false }, () => onHint());
      watchers.add(watcher);
      watcher.on('error', () => {
        watchers.delete(watcher);
        watcher.close();
      });
    } catch {
      // Nothing to watch there.
    }
  }
  return () => {
    for (const watcher of watchers) watcher.close();
    watchers.clear();
  };
};
