import { opendir } from 'node:fs/promises';
import type { MacHost } from './host';
import { onDisk } from './host';

export type FolderNames =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'names'; readonly names: readonly string[] };

/** Names what is in a folder of the user's, in order, and no more than `most` of it: a folder can hold a million files. */
export const readBoundedFolder = async (host: MacHost, macPath: string, most: number): Promise<FolderNames> => {
  try {
    const folder = await opendir(onDisk(host, macPath));
    const names: string[] = [];
    for await (const { name } of folder) {
      names.push(name);
      if (names.length >= most) break;
    }
    return { kind: 'names', names: names.sort() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    return code === 'ENOENT' ? { kind: 'none' } : { kind: 'unreadable', reason: `macOS answered ${code}` };
  }
};

/** The same where it does not matter why there are none. */
export const listFolder = async (host: MacHost, macPath: string, most: number): Promise<readonly string[]> => {
  const folder = await readBoundedFolder(host, macPath, most);
  return folder.kind === 'names' ? folder.names : [];
};
