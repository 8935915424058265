import { AsyncLocalStorage } from 'node:async_hooks';
import type { MacDoors } from '../../system/doors';
import { readBoundedFolder } from '../../system/files/bounded-folder';
import { executableFolders } from '../../tools/common/executables';

/** The files' fingerprints as of one look: thirty tools ask for the same folders, programs and keychains. */
export interface LookFingerprints {
  of: MacDoors['fileFingerprint'];
  /** A look begins: from here on each is read anew. */
  forget(): void;
  /** Runs a look, and tells of which files it has asked for the fingerprint and what that was. */
  witness<Value>(look: () => Promise<Value>): Promise<{ readonly value: Value; readonly files: Fingerprints }>;
}

/** By macOS path; null where there was nothing. */
export type Fingerprints = ReadonlyMap<string, string | null>;

/** In a larger folder each program is looked for by itself. */
const mostNames = 5_000;

/**
 * What is older than the look is never told; what changes during one is found by the next. Of programs only those are
 * looked for that were in their folder when it last changed.
 *
 * What a look asks for is what it depends on, so nobody has to say so a second time: `witness` knows whose question it is
 * by the chain of asynchronous calls.
 */
export const createLookFingerprints = ({ host, fileFingerprint }: MacDoors): LookFingerprints => {
  const folders = programFolders(host.homeFolder, executableFolders(host));
  const listed = new Map<string, { readonly fingerprint: string; readonly names: Promise<Names> }>();
  const witnesses = new AsyncLocalStorage<Map<string, string | null>>();
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
      if (!folders.has(folder)) {
        const noted = witnesses.getStore();
        const found = await read(macPath);
        noted?.set(macPath, found);
        return found;
      }
      const fingerprint = await read(folder);
      if (fingerprint === null) return null;
      const names = await namesIn(folder, fingerprint);
      return names?.has(asOnDisk(macPath.slice(end + 1))) === false ? null : read(macPath);
    },
    forget() {
      known = new Map();
    },
    async witness(look) {
      const files = new Map<string, string | null>();
      const value = await witnesses.run(files, look);
      return { value, files: withoutFoldersAbove(files) };
    },
  };
};

/**
 * Of a file that is missing the folders above are asked for as well. They are busy ones often (the home folder, Preferences,
 * `.claude`), and the file itself tells when it comes.
 */
const withoutFoldersAbove = (files: Fingerprints): Fingerprints => {
  const above = new Set<string>();
  for (const path of files.keys()) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) above.add(path.slice(0, end));
  }
  return new Map([...files].filter(([path]) => !above.has(path)));
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
