import type { ToolDoors } from '../../system/doors';
import { type FolderNames, whyNotWhole } from '../../system/files/bounded-folder';
import { isTaken } from '../../system/files/file-fingerprint';

/** For files whose paths only a look tells; beyond it all are read once more. */
const mostRemembered = 500;

/** Reads something out of a file or a folder, and reads it again only when that has changed, come or gone. */
export const rememberFiles = <Value>(
  doors: ToolDoors,
  read: (macPath: string) => Promise<Value>,
): ((macPath: string) => Promise<Value>) => {
  const known = new Map<string, { readonly fingerprint: string; readonly value: Value }>();
  return async (macPath) => {
    // Before it is read: what changes meanwhile is read again the next time.
    const fingerprint = await fingerprintOf(doors, macPath);
    const before = known.get(macPath);
    if (before && before.fingerprint === fingerprint && isTaken(fingerprint)) return before.value;
    const value = await read(macPath);
    if (known.size >= mostRemembered) known.clear();
    known.set(macPath, { fingerprint, value });
    return value;
  };
};

/** The same for one file. */
export const rememberUntilFileChanges = <Value>(
  doors: ToolDoors,
  macPath: string,
  read: () => Promise<Value>,
): (() => Promise<Value>) => {
  const remembered = rememberFiles(doors, read);
  return () => remembered(macPath);
};

/**
 * Lists folders, each again only when it has changed, come or gone. One that was not listed as a whole is asked for by each look:
 * whoever listens hears of it each time, and macOS may give a permission without a trace in the folder.
 */
export const rememberFolders = (doors: ToolDoors, most: number): ((macPath: string) => Promise<FolderNames>) => {
  const known = new Map<string, { readonly fingerprint: string; readonly folder: FolderNames }>();
  return async (macPath) => {
    const fingerprint = await fingerprintOf(doors, macPath);
    const before = known.get(macPath);
    if (before && before.fingerprint === fingerprint) return before.folder;
    const folder = await doors.readFolder(macPath, most);
    if (known.size >= mostRemembered) known.clear();
    const isWhole = whyNotWhole(macPath, folder) === null;
    if (!isWhole || !isTaken(fingerprint)) known.delete(macPath);
    else known.set(macPath, { fingerprint, folder });
    return folder;
  };
};

/**
 * Of what is not there, that of the nearest folder above it that is: nothing comes, not even a link to nowhere, and no
 * permission is given without a change of that folder.
 */
const fingerprintOf = async ({ fileFingerprint }: ToolDoors, macPath: string): Promise<string> => {
  for (let path = macPath; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const fingerprint = await fileFingerprint(path);
    if (fingerprint !== null) return path === macPath ? fingerprint : `nothing in ${path} ${fingerprint}`;
  }
  return 'nothing at all';
};
