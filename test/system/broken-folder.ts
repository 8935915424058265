import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Lays a folder that nobody can list, not even root: a link to itself.
 *
 * @param path on disk.
 * @returns what makes it an empty folder.
 */
export const breakFolder = (path: string): (() => void) => {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { recursive: true, force: true });
  symlinkSync(path, path);
  return () => {
    rmSync(path);
    mkdirSync(path);
  };
};
