import { type FolderNames, pickNames, readBoundedFolder } from '../files/bounded-folder';
import type { MacHost } from '../mac/host';

const mostNames = 500;

/** macOS paths of what is named like a keychain in a folder. */
export const listKeychainFiles = async (host: MacHost, folder: string): Promise<FolderNames> =>
  pickNames(await readBoundedFolder(host, folder, mostNames), (names) =>
    names.filter((name) => /\.keychain(-db)?$/.test(name)).map((name) => `${folder}/${name}`),
  );
