import { failure, type Outcome, success } from '../../core/outcome';
import { readBoundedDisk } from '../files/bounded-file';
import { removeEmptyFolder, removeFile, replaceDurably } from '../files/durable-file';
import { readOwnStart } from '../files/own-file';
import { findFolder, makeClosedFolder, type OwnFolder } from '../files/own-folder';
import { shellFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';

const helperFileNames = ['latchkey.sh', 'latchkey.fish', 'latchkey-report.sh'] as const;
const largestBytes = 256 * 1024;

/** macOS paths of the helper's copies. */
export const helperFiles = (host: MacHost): readonly string[] =>
  helperFileNames.map((name) => `${shellFolder(host)}/${name}`);

/**
 * Copies the helper into the support folder, so that start-up files stay right when the app is moved. The folder is the
 * user's alone, because shells run what lies there. What is the same already, and nobody else's, is left alone.
 *
 * @param assetsFolder path on disk of the app's `assets/shell`.
 */
export const copyHelper = async (host: MacHost, assetsFolder: string): Promise<Outcome<void, 'helper-not-copied'>> => {
  const notCopied = (reason: string) => failure('helper-not-copied', `The shell helper could not be copied. ${reason}`);
  const folder = await makeClosedFolder(host, shellFolder(host));
  if (!folder.ok) return notCopied(folder.reason);
  for (const name of helperFileNames) {
    const wanted = await readBoundedDisk(`${assetsFolder}/${name}`, largestBytes);
    if (wanted.kind !== 'bytes') return notCopied(`The app’s own ${name} cannot be read.`);
    if (await isThere(folder.value, name, wanted.bytes)) continue;
    const written = await replaceDurably(folder.value, name, wanted.bytes);
    if (!written.ok) return notCopied(`${shellFolder(host)}/${name}: ${written.reason}`);
  }
  return success(undefined);
};

const isThere = async (folder: OwnFolder, name: string, wanted: Buffer): Promise<boolean> => {
  const found = await readOwnStart(folder, name, { largestBytes });
  return found.ok && !found.value.isCut && found.value.bytes.equals(wanted);
};

/** Shells that run still look for it; without it they are silent. */
export const removeHelper = async (host: MacHost): Promise<void> => {
  const found = await findFolder(host, shellFolder(host));
  if (found.kind !== 'folder') return;
  for (const name of helperFileNames) await removeFile(found.folder, name);
  await removeEmptyFolder(found.folder);
};
