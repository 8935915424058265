import { constants, type Stats } from 'node:fs';
import { type FileHandle, open, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { failure, type Outcome, success } from '../../core/outcome';
import { codeOfError } from '../../core/text/code-of-error';
import { statusOf } from './own-file';
import type { OwnFolder } from './own-folder';

/** The calls by which a file comes to lie on the disk for good. Tests put steps between them. */
export interface FileCalls {
  readonly open: typeof open;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
}

export const nodeFileCalls: FileCalls = { open, rename, rm };

export interface ReplaceOptions {
  /** Default: readable by the user alone. */
  readonly mode?: number;
  /** The file that it takes the place of, whose mode and group it gets. */
  readonly like?: Stats | null;
  /** Whether it may still take that place, asked at the last moment. */
  readonly mayReplace?: () => Promise<boolean>;
  /** Only the holder of a lock writes this file, so that what an interrupted write has left is found under one name. */
  readonly isUnderLock?: boolean;
  readonly files?: FileCalls | undefined;
}

export type ReplaceProblem = 'not-written' | 'changed-meanwhile';

/** What this process is writing just now. */
const underWay = new Set<string>();

/**
 * Replaces a file of the user's: written beside it and renamed over it, so that whatever lay there, a link or a file that
 * others may read, is replaced and not written into. After a crash or a power cut there is all of the old one or all of
 * the new one, and once this has resolved, the new one: Node's `sync` waits for the drive itself on macOS (F_FULLFSYNC,
 * libuv `fs.c`).
 */
export const replaceDurably = async (
  folder: OwnFolder,
  name: string,
  content: string | Uint8Array,
  options: ReplaceOptions = {},
): Promise<Outcome<void, ReplaceProblem>> => {
  const unfinished = options.isUnderLock ? unfinishedFile(folder, name) : ownUnfinishedFile(folder, name);
  return replaceBy(unfinished, { folder: folder.path, name }, content, options);
};

/**
 * The same where the user has chosen to in the system's dialog, whosever that folder is; nothing is ever read back from
 * there.
 *
 * @param path on disk
 */
export const replaceChosen = (path: string, content: string): Promise<Outcome<void, ReplaceProblem>> => {
  const place = { folder: dirname(path), name: basename(path) };
  return replaceBy(ownUnfinishedFile({ path: place.folder }, place.name), place, content, {});
};

const replaceBy = async (
  unfinished: string,
  place: { readonly folder: string; readonly name: string },
  content: string | Uint8Array,
  options: ReplaceOptions,
): Promise<Outcome<void, ReplaceProblem>> => {
  const { files = nodeFileCalls, mayReplace } = options;
  underWay.add(unfinished);
  try {
    await files.rm(unfinished, { force: true });
    const file = await files.open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await dress(file, options);
      await file.sync();
    } finally {
      await file.close();
    }
    if (mayReplace && !(await mayReplace())) {
      await files.rm(unfinished, { force: true });
      return failure('changed-meanwhile', 'It was changed just now. Try again.');
    }
    await files.rename(unfinished, `${place.folder}/${place.name}`);
    await syncFolder(files, { path: place.folder });
    return success(undefined);
  } catch (error) {
    await files.rm(unfinished, { force: true }).catch(() => undefined);
    return failure('not-written', `It cannot be written: macOS answered ${codeOfError(error)}.`);
  } finally {
    underWay.delete(unfinished);
  }
};

/** Other processes have other names, and so has another write of this one. */
const ownUnfinishedFile = ({ path }: Pick<OwnFolder, 'path'>, name: string): string => {
  let own = `${path}/${name}.${process.pid}.unfinished`;
  while (underWay.has(own)) own = `${own}.unfinished`;
  return own;
};

/** Whatever the umask is. The group first: changing it may take bits off the mode. */
const dress = async (file: FileHandle, { like, mode }: ReplaceOptions): Promise<void> => {
  if (like) await file.chown(like.uid, like.gid);
  const wanted = like ? like.mode & 0o7777 : mode;
  if (wanted !== undefined) await file.chmod(wanted);
};

/** Removes a file and what an interrupted write under a lock has left, for good. One that is not there is removed. */
export const removeDurably = async (
  folder: OwnFolder,
  name: string,
  files: FileCalls = nodeFileCalls,
): Promise<Outcome<void, 'not-removed'>> => {
  try {
    await files.rm(unfinishedFile(folder, name), { force: true });
    await files.rm(`${folder.path}/${name}`, { force: true });
    await syncFolder(files, folder);
    return success(undefined);
  } catch (error) {
    return failure('not-removed', `It cannot be removed: macOS answered ${codeOfError(error)}.`);
  }
};

/** Removes a file or a link; a folder stays. */
export const removeFile = async ({ path }: OwnFolder, name: string): Promise<Outcome<void, 'not-removed'>> => {
  try {
    await unlink(`${path}/${name}`);
    return success(undefined);
  } catch (error) {
    const code = codeOfError(error);
    return code === 'ENOENT'
      ? success(undefined)
      : failure('not-removed', `It cannot be removed: macOS answered ${code}.`);
  }
};

/** Removes a folder that nothing is left in; one that is not empty stays. */
export const removeEmptyFolder = async ({ path }: OwnFolder): Promise<void> => {
  await rmdir(path).catch(() => undefined);
};

/**
 * Renames what cannot be used, for the user to look at. Nothing that lies under the new name is lost: another is taken.
 *
 * @returns the name that it has now
 */
export const setAside = async (
  folder: OwnFolder,
  name: string,
  wantedName: string,
  files: FileCalls = nodeFileCalls,
): Promise<Outcome<string, 'not-set-aside'>> => {
  let free = wantedName;
  let there = await statusOf(`${folder.path}/${free}`);
  for (let count = 2; there.kind === 'found'; count += 1) {
    free = wantedName.replace(/(?:\.json)?$/, (ending) => `-${count}${ending}`);
    there = await statusOf(`${folder.path}/${free}`);
  }
  if (there.kind === 'unreadable')
    return failure('not-set-aside', `Whether ${free} is a free name cannot be told: macOS answered ${there.code}.`);
  try {
    await files.rename(`${folder.path}/${name}`, `${folder.path}/${free}`);
    await syncFolder(files, folder);
    return success(free);
  } catch (error) {
    return failure('not-set-aside', `It cannot be renamed: macOS answered ${codeOfError(error)}.`);
  }
};

/** On disk: what a write under a lock works on. */
export const unfinishedFile = ({ path }: OwnFolder, name: string): string => `${path}/.${name}.unfinished`;

/** Until then the new name of a file may be lost in a power cut. Some network volumes cannot; there it is as good as it gets. */
const syncFolder = async (files: FileCalls, { path }: Pick<OwnFolder, 'path'>): Promise<void> => {
  const opened = await files.open(path, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await opened.sync();
  } catch (error) {
    const code = codeOfError(error);
    if (code !== 'EINVAL' && code !== 'ENOTSUP') throw error;
  } finally {
    await opened.close();
  }
};

/** Brings what another program has written to the drive, as far as that can be done. */
export const syncWritten = async (path: string): Promise<void> => {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => null);
  await file?.sync().catch(() => undefined);
  await file?.close().catch(() => undefined);
};
