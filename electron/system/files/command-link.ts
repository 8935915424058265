import { constants } from 'node:fs';
import { access, lstat, mkdir, readlink, rename, rm, stat, symlink, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { LinkFound, LinkPlace } from '../../core/command-line/command-link';
import { failure, type Outcome, success } from '../../core/outcome';
import { codeOfError } from '../../core/text/code-of-error';
import type { MacHost } from '../mac/host';
import { fileOwner, onDisk } from '../mac/host';
import { toMacPath } from '../mac/mac-path';
import { statusBehind } from './own-file';

const worldWritable = 0o002;

/** Looks at a folder of commands and at what is named `name` in it. Changes nothing, and follows no link to open it. */
export const readLinkPlace = async (host: MacHost, folder: string, name: string): Promise<LinkPlace> => ({
  folder,
  state: await stateOfFolder(host, folder),
  found: await findLink(host, `${folder}/${name}`),
});

/** The administrators' group may write to Homebrew's folder, which they could anyhow; everybody may not. */
const stateOfFolder = async (host: MacHost, folder: string): Promise<LinkPlace['state']> => {
  try {
    const status = await stat(onDisk(host, folder));
    const isOurs = status.isDirectory() && status.uid === fileOwner(host) && (status.mode & worldWritable) === 0;
    if (isOurs) await access(onDisk(host, folder), constants.W_OK);
    return isOurs ? 'ours' : 'not-ours';
  } catch (error) {
    if (codeOfError(error) !== 'ENOENT' || !folder.startsWith(`${host.homeFolder}/`)) return 'not-ours';
    return 'missing';
  }
};

/** What lies at a macOS path, and where a link there leads; what it leads to need not be there. */
export const findLink = async (host: MacHost, macPath: string): Promise<LinkFound> => {
  const path = onDisk(host, macPath);
  try {
    if (!(await lstat(path)).isSymbolicLink()) return { kind: 'other' };
    const target = await readlink(path);
    // Where macOS does not let it be seen, there may be something.
    const leadsSomewhere = (await statusBehind(path)).kind !== 'absent';
    return { kind: 'link', target: toMacPath(host, target), leadsSomewhere };
  } catch (error) {
    return codeOfError(error) === 'ENOENT' ? { kind: 'nothing' } : { kind: 'other' };
  }
};

/**
 * Makes the link beside its place and puts it there at once, so that it leads somewhere all the time.
 *
 * @param target path on disk
 */
export const putLink = async (host: MacHost, link: string, target: string): Promise<Outcome<void, 'not-linked'>> => {
  const path = onDisk(host, link);
  const unfinished = `${path}.new-${process.pid}`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o755 });
    await symlink(target, unfinished);
    await rename(unfinished, path);
    return success(undefined);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    return failure('not-linked', `${link} could not be made: macOS answered ${codeOfError(error)}.`);
  }
};

/** Removes a link, and nothing else: what it leads to stays, and so does whatever lies there and is no link of this kind. */
export const removeLink = async (
  host: MacHost,
  macPath: string,
  isOfThisKind: (target: string) => boolean,
): Promise<Outcome<void, 'not-removed'>> => {
  const found = await findLink(host, macPath);
  if (found.kind !== 'link' || !isOfThisKind(found.target))
    return failure('not-removed', 'It is no longer what it was.');
  try {
    await unlink(onDisk(host, macPath));
    return success(undefined);
  } catch (error) {
    return failure('not-removed', `It cannot be removed: macOS answered ${codeOfError(error)}.`);
  }
};
