import { listFolder } from './bounded-folder';
import type { MacHost } from './host';

const mostNames = 500;

/** macOS paths of what is named like a keychain in a folder. */
export const listKeychainFiles = async (host: MacHost, folder: string): Promise<readonly string[]> =>
  (await listFolder(host, folder, mostNames))
    .filter((name) => /\.keychain(-db)?$/.test(name))
    .map((name) => `${folder}/${name}`);
