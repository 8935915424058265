import { chownSync, mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const stateFolder = '/private/var/latchkey';

/** Where the simulated Mac keeps what a real one keeps in its head. All of it is on disk, because every tool is a process. */
export const statePath = (root: string, name: string): string => `${root}${stateFolder}/${name}`;

/** A macOS path as the name of one file. The C stub of the framework does the same. */
export const asFileName = (macPath: string): string => macPath.replaceAll('%', '%25').replaceAll('/', '%2F');

export const lockStatePath = (root: string, sessionId: string, keychainPath: string): string =>
  `${root}/private/var/securityd/${asFileName(sessionId)}/${asFileName(keychainPath)}`;

/** Tools take a path as macOS has it and as it is on disk, and print the first. */
export const asMacPath = (root: string, path: string): string =>
  path === root ? '/' : path.startsWith(`${root}/`) ? path.slice(root.length) : path;

let temporaryFiles = 0;

/** Replaces the file at once, so that no reader meets half of it. */
export const replaceFile = (
  path: string,
  content: string | Uint8Array,
  options: { readonly mode?: number; readonly modifiedAtMs?: number } = {},
): void => {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  temporaryFiles += 1;
  const unfinished = `${folder}/.${process.pid}-${temporaryFiles}.unfinished`;
  writeFileSync(unfinished, content, { mode: options.mode ?? 0o644 });
  if (options.modifiedAtMs !== undefined) {
    utimesSync(unfinished, options.modifiedAtMs / 1000, options.modifiedAtMs / 1000);
  }
  // A test that runs as root shares the Mac with an app that does not.
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() === 0 && uid !== 0) chownSync(unfinished, uid, gid);
  renameSync(unfinished, path);
};
