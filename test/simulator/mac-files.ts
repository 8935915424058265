import { chownSync, existsSync, mkdirSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';

const stateFolder = '/private/var/latchkey';

/** Where the simulated Mac keeps what a real one keeps in its head. All of it is on disk: tests, the model and the C stubs in the product share it. */
export const statePath = (root: string, name: string): string => `${root}${stateFolder}/${name}`;

/** A macOS path as the name of one file. The C stub of the framework does the same. */
export const asFileName = (macPath: string): string => macPath.replaceAll('%', '%25').replaceAll('/', '%2F');

export const lockStatePath = (root: string, sessionId: string, keychainPath: string): string =>
  `${root}/private/var/securityd/${asFileName(sessionId)}/${asFileName(keychainPath)}`;

/** Tools take a path as macOS has it and as it is on disk, and print the first. */
export const asMacPath = (root: string, path: string): string =>
  path === root ? '/' : path.startsWith(`${root}/`) ? path.slice(root.length) : path;

/** A test or model that runs as root shares the Mac with an app that does not: what is made belongs to the folder's owner. */
export const giveToOwnerOf = (folder: string, made: string): void => {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  if (uid !== 0) chownSync(made, uid, gid);
};

/** Makes the folder and those above it that are not there yet. */
export const makeFolder = (folder: string, mode = 0o755): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { recursive: true, mode });
  giveToOwnerOf(dirname(folder), folder);
};

let temporaryFiles = 0;

/** Replaces the file at once, so that no reader meets half of it. */
export const replaceFile = (
  path: string,
  content: string | Uint8Array,
  options: { readonly mode?: number; readonly modifiedAtMs?: number } = {},
): void => {
  const folder = dirname(path);
  makeFolder(folder);
  temporaryFiles += 1;
  // A model may be a thread of the test's own process.
  const unfinished = `${folder}/.${process.pid}-${threadId}-${temporaryFiles}.unfinished`;
  writeFileSync(unfinished, content, { mode: options.mode ?? 0o644 });
  if (options.modifiedAtMs !== undefined) {
    utimesSync(unfinished, options.modifiedAtMs / 1000, options.modifiedAtMs / 1000);
  }
  giveToOwnerOf(folder, unfinished);
  renameSync(unfinished, path);
};
