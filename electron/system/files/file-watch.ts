import { type FSWatcher, statSync, watch } from 'node:fs';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';

export interface FileWatch {
  /** What is watched from now on: macOS paths. Files that have come or were replaced since the last time are taken up. */
  follow(macPaths: ReadonlySet<string>): void;
  stop(): void;
}

interface Armed {
  readonly inode: number;
  readonly watcher: FSWatcher;
}

/**
 * Says of each of these files that it may have changed: a hint, never a fact. Only plain files that are there are watched. A
 * watched folder would wake this process for every change in the whole tree below it (FSEvents knows no other mode; libuv:
 * `uv_fs_event_start`), and some are busy all the time; a missing file gives no hint either. Whoever asks for hints compares
 * now and then, and calls `follow` again, which also arms a file anew that was replaced by renaming.
 */
export const watchFiles = (host: MacHost, onHint: (macPath: string) => void): FileWatch => {
  const armed = new Map<string, Armed>();

  const disarm = (macPath: string): void => {
    armed.get(macPath)?.watcher.close();
    armed.delete(macPath);
  };

  const arm = (macPath: string, inode: number): void => {
    try {
      const watcher = watch(onDisk(host, macPath), { persistent: false }, (event) => {
        // Renamed, replaced or removed: what is watched is another file now, or none.
        if (event === 'rename') {
          if (armed.get(macPath)?.watcher === watcher) disarm(macPath);
          armIfThere(macPath);
        }
        onHint(macPath);
      });
      watcher.on('error', () => disarm(macPath));
      armed.set(macPath, { inode, watcher });
    } catch {
      // It went meanwhile, or there are no watches left: comparing finds its changes.
    }
  };

  const armIfThere = (macPath: string): void => {
    const inode = inodeOfFile(onDisk(host, macPath));
    if (armed.get(macPath)?.inode === inode) return;
    disarm(macPath);
    if (inode !== undefined) arm(macPath, inode);
  };

  return {
    follow(macPaths) {
      for (const macPath of [...armed.keys()]) if (!macPaths.has(macPath)) disarm(macPath);
      for (const macPath of macPaths) armIfThere(macPath);
    },
    stop() {
      for (const macPath of [...armed.keys()]) disarm(macPath);
    },
  };
};

const inodeOfFile = (path: string): number | undefined => {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? found.ino : undefined;
  } catch {
    return undefined;
  }
};
