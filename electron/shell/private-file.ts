import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes beside the file and renames over it, so that a crash leaves the old text or the new one, never a half, and
 * whatever lay there before, a link or a file that others may read, is replaced and not written into.
 * Readable by the user alone.
 *
 * @throws what the file system says.
 */
export const writePrivateFile = async (path: string, text: string): Promise<void> => {
  const unfinished = `${path}.${process.pid}.unfinished`;
  await rm(unfinished, { force: true, recursive: true });
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
};
