import { constants } from 'node:fs';
import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';

/** The calls by which a file comes to lie on the disk for good. Tests put steps between them. */
export interface FileCalls {
  readonly open: typeof open;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
}

export const nodeFileCalls: FileCalls = { open, rename, rm };

/** Makes the folder, the user's alone, where it is not there. @throws Error where it cannot be, or is a link. */
export const makePrivateFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!(await lstat(folder)).isDirectory()) throw new Error('its folder is a link');
};

/**
 * Replaces a file of the user's. After a crash or a power cut there is all of the old one or all of the new one, and once
 * this has resolved, the new one: Node's `sync` waits for the drive itself on macOS (F_FULLFSYNC, libuv `fs.c`). Only one
 * process at a time may write a path.
 *
 * @throws what the file system throws; the old file is still there then.
 */
export const replaceDurably = async (files: FileCalls, folder: string, name: string, text: string): Promise<void> => {
  const unfinished = unfinishedFile(folder, name);
  await files.rm(unfinished, { force: true });
  const file = await files.open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await files.rename(unfinished, `${folder}/${name}`);
  await syncFolder(files, folder);
};

/** Removes a file and what an interrupted write of it has left, for good. @throws what the file system throws. */
export const removeDurably = async (files: FileCalls, folder: string, name: string): Promise<void> => {
  await files.rm(unfinishedFile(folder, name), { force: true });
  await files.rm(`${folder}/${name}`, { force: true });
  await syncFolder(files, folder);
};

export const unfinishedFile = (folder: string, name: string): string => `${folder}/.${name}.unfinished`;

/** Until then the new name of a file may be lost in a power cut. Some network volumes cannot; there it is as good as it gets. */
export const syncFolder = async (files: FileCalls, folder: string): Promise<void> => {
  const opened = await files.open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    await opened.sync();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
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
