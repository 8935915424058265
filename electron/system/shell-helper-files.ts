import { lstat, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { failure, type Outcome, success } from '../core/outcome';
import type { MacHost } from './host';
import { onDisk } from './host';
import { shellFolder } from './support-folder';

const helperFileNames = ['latchkey.sh', 'latchkey.fish', 'latchkey-report.sh'] as const;

/** macOS paths of the helper's copies. */
export const helperFiles = (host: MacHost): readonly string[] =>
  helperFileNames.map((name) => `${shellFolder(host)}/${name}`);

/**
 * Copies the helper into the support folder, so that start-up files stay right when the app is moved. What is the same
 * already is left alone.
 *
 * @param assetsFolder path on disk of the app's `assets/shell`.
 */
export const copyHelper = async (host: MacHost, assetsFolder: string): Promise<Outcome<void, 'helper-not-copied'>> => {
  const folder = onDisk(host, shellFolder(host));
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await lstat(folder)).isDirectory()) return failure('helper-not-copied', `${shellFolder(host)} is a link.`);
    for (const name of helperFileNames) {
      const wanted = await readFile(`${assetsFolder}/${name}`);
      const there = await readFile(`${folder}/${name}`).catch(() => null);
      if (there?.equals(wanted)) continue;
      const unfinished = `${folder}/.${name}.${process.pid}.unfinished`;
      await rm(unfinished, { force: true });
      await writeFile(unfinished, wanted, { flag: 'wx', mode: 0o600 });
      await rename(unfinished, `${folder}/${name}`);
    }
    return success(undefined);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure('helper-not-copied', `The shell helper could not be copied: ${reason}.`);
  }
};

/** Shells that run still look for it; without it they are silent. */
export const removeHelper = async (host: MacHost): Promise<void> => {
  await Promise.all(helperFiles(host).map((file) => rm(onDisk(host, file), { force: true }).catch(() => undefined)));
  await rmdir(onDisk(host, shellFolder(host))).catch(() => undefined);
};
