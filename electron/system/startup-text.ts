import { constants, type Stats } from 'node:fs';
import { chmod, type FileHandle, lstat, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { failure, type Outcome, success } from '../core/outcome';

export type StartupTextProblem =
  | 'dangling-link'
  | 'not-a-file'
  | 'not-yours'
  | 'linked-twice'
  | 'too-large'
  | 'not-text'
  | 'unreadable'
  | 'changed-meanwhile'
  | 'not-writable';

/** A start-up file as it was found. Its text has one character per byte ("latin1"): it need not be UTF-8. */
export interface StartupText {
  /** Path on disk of the file itself, behind all links. */
  readonly target: string;
  /** The start-up file is a link to it. */
  readonly isLinked: boolean;
  /** Null where there is none. */
  readonly text: string | null;
  readonly status: Stats | null;
}

const largestBytes = 1024 * 1024;

/** @param path path on disk */
export const readStartupText = async (path: string): Promise<Outcome<StartupText, StartupTextProblem>> => {
  const link = await lstat(path).catch(() => null);
  if (link === null) return success({ target: path, isLinked: false, text: null, status: null });
  const target = await realpath(path).catch(() => null);
  if (target === null) return failure('dangling-link', 'It is a link to a file that is not there.');
  try {
    const file = await open(target, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return await readChecked(file, target, link.isSymbolicLink());
    } finally {
      await file.close();
    }
  } catch {
    return failure('unreadable', 'It cannot be read.');
  }
};

const readChecked = async (
  file: FileHandle,
  target: string,
  isLinked: boolean,
): Promise<Outcome<StartupText, StartupTextProblem>> => {
  const status = await file.stat();
  if (!status.isFile()) return failure('not-a-file', 'It is not a plain file.');
  if (status.uid !== process.getuid?.())
    return failure('not-yours', 'It belongs to another user; add the lines by hand.');
  // Replacing it would part the names from each other.
  if (status.nlink > 1) return failure('linked-twice', 'The file has a second name; add the lines by hand.');
  if (status.size > largestBytes) return failure('too-large', 'It is far too large for a start-up file.');
  const text = (await file.readFile()).toString('latin1');
  if (text.includes('\0')) return failure('not-text', 'It is not a text file.');
  return success({ target, isLinked, text, status });
};

/**
 * Replaces the file by one with this text: written beside it and renamed over it, with its mode and owner, so that a crash
 * leaves the old file or the new one. Null removes it, or empties what a link leads to. Refuses where the file is not any
 * more what was read.
 */
export const writeStartupText = async (
  found: StartupText,
  text: string | null,
): Promise<Outcome<void, StartupTextProblem>> => {
  if (text === null && found.isLinked) return writeStartupText(found, '');
  if (text === found.text) return success(undefined);
  const unfinished = `${found.target}.latchkey-${process.pid}.unfinished`;
  try {
    await mkdir(dirname(found.target), { recursive: true });
    if (text !== null) await writeBeside(unfinished, text, found.status);
    if (!(await isUnchanged(found))) {
      await rm(unfinished, { force: true });
      return failure('changed-meanwhile', 'It was changed just now. Try again.');
    }
    await (text === null ? rm(found.target) : rename(unfinished, found.target));
    return success(undefined);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    return failure('not-writable', `It cannot be written${code}.`);
  }
};

const writeBeside = async (path: string, text: string, like: Stats | null): Promise<void> => {
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(Buffer.from(text, 'latin1'));
    // The owner first: changing it may take bits off the mode.
    if (like !== null) await file.chown(like.uid, like.gid);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(path, like === null ? 0o644 : like.mode & 0o7777);
};

const isUnchanged = async ({ target, status }: StartupText): Promise<boolean> => {
  const now = await stat(target).catch(() => null);
  if (now === null || status === null) return now === status;
  return now.ino === status.ino && now.size === status.size && now.mtimeMs === status.mtimeMs;
};
