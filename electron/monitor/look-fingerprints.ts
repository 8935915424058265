import { readBoundedFolder } from '../system/bounded-folder';
import type { MacDoors } from '../system/doors';
import { executableFolders } from '../tools/executables';

/** The files' fingerprints as of one look: thirty tools ask for the same folders, programs and keychains. */
export interface LookFingerprints {
  of: MacDoors['fileFingerprint'];
  /** A look begins: from here on each is read anew. */
  forget(): void;
}

/** In a larger folder each program is looked for by itself. */
const mostNames = 5_000;

/**
 * What is older than the look is never told; what changes during one is found by the next. Of programs only those are
 * looked for that were in their folder when it last changed.
 */
export const createLookFingerprints = ({ host, fileFingerprint }: MacDoors): LookFingerprints => {
  const folders = programFolders(host.homeFolder, executableFolders(host));
  const listed = new Map<string, { readonly fingerprint: string; readonly names: Promise<Names> }>();
  let known = new Map<string, Promise<string | null>>();

  const read = (macPath: string): Promise<string | null> => {
    const before = known.get(macPath);
    if (before) return before;
    const fingerprint = fileFingerprint(macPath);
    known.set(macPath, fingerprint);
    return fingerprint;
  };

  const namesIn = (folder: string, fingerprint: string): Promise<Names> => {
    const before = listed.get(folder);
    if (before?.fingerprint === fingerprint) return before.names;
    const names = readBoundedFolder(host, folder, mostNames).then((found) =>
      found.kind === 'names' && found.names.length < mostNames ? new Set(found.names.map(asOnDisk)) : null,
    );
    listed.set(folder, { fingerprint, names });
    return names;
  };

  return {
    async of(macPath) {
      const end = macPath.lastIndexOf('/');
      const folder = macPath.slice(0, end);
      if (!folders.has(folder)) return read(macPath);
      const fingerprint = await read(folder);
      if (fingerprint === null) return null;
      const names = await namesIn(folder, fingerprint);
      return names?.has(asOnDisk(macPath.slice(end + 1))) === false ? null : read(macPath);
    },
    forget() {
      known = new Map();
    },
  };
};

/** Null where they are too many, or cannot be read. */
type Names = ReadonlySet<string> | null;

/** Folders that anybody may list. For many others (Downloads, the containers of apps) macOS would ask the user first. */
const programFolders = (homeFolder: string, executables: readonly string[]): ReadonlySet<string> =>
  new Set([
    ...executables,
    ...['/Applications', `${homeFolder}/Applications`, `${homeFolder}/Library/Application Support`],
  ]);

/** A Mac's disk takes no notice of case, nor of how an accent is written. */
const asOnDisk = (name: string): string => name.normalize('NFC').toLowerCase();
