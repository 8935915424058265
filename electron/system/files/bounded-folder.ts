import { opendir } from 'node:fs/promises';
import { codeOfError } from '../../core/text/code-of-error';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { nothingAt } from './nothing-there';

/**
 * What came of listing a folder. Names are there only where it was listed: whoever wants them decides what follows where it
 * was not, since one that cannot be listed is not an empty one.
 */
export type FolderNames =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** `isCut`: the folder holds more names than were asked for, and which of them are here is chance. */
  | { readonly kind: 'names'; readonly names: readonly string[]; readonly isCut: boolean };

/** Read from the folder at once: 60,000 names one after the other would cost half a second. */
const namesReadTogether = 1024;

/** The names in a folder on disk, one after the other. @throws what the file system throws. */
export async function* folderEntries(path: string): AsyncGenerator<string> {
  for await (const { name } of await opendir(path, { bufferSize: namesReadTogether })) yield name;
}

/** Names what is in a folder of the user's, in order, and no more than `most` of it: a folder can hold a million files. */
export const readBoundedFolder = async (host: MacHost, macPath: string, most: number): Promise<FolderNames> => {
  try {
    const names: string[] = [];
    let isCut = false;
    for await (const name of folderEntries(onDisk(host, macPath))) {
      isCut = names.length >= most;
      if (isCut) break;
      names.push(name);
    }
    return { kind: 'names', names: names.sort(), isCut };
  } catch (error) {
    const code = codeOfError(error);
    if (code !== 'ENOENT') return { kind: 'unreadable', reason: `macOS answered ${code}` };
    return nothingAt(onDisk(host, macPath));
  }
};

/** Takes of a folder's names what is wanted of them, and leaves the answer what it is where there are none. */
export const pickNames = (folder: FolderNames, pick: (names: readonly string[]) => readonly string[]): FolderNames =>
  folder.kind === 'names' ? { ...folder, names: pick(folder.names) } : folder;

/** What there is to say of a folder that was not read, or not as a whole; null where it was. A whole sentence. */
export const whyNotWhole = (macPath: string, folder: FolderNames): string | null => {
  if (folder.kind === 'unreadable') return `${macPath} could not be listed: ${folder.reason}.`;
  if (folder.kind === 'names' && folder.isCut)
    return `${macPath} holds more than Latchkey reads: ${folder.names.length} of its names were looked at.`;
  return null;
};
