import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { failure, type Outcome, success } from '../../core/outcome';
import { removeFile, replaceDurably } from '../files/durable-file';
import { type OwnFileProblem, readOwnStart, statusOf } from '../files/own-file';
import { findFolder, makeSharedFolder } from '../files/own-folder';
import { judgePlace, type RefusedPlace } from '../files/trusted-place';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { toMacPath } from '../mac/mac-path';

export type StartupTextProblem =
  | 'dangling-link'
  | 'not-a-file'
  | 'not-yours'
  | 'open-to-others'
  | 'linked-twice'
  | 'too-large'
  | 'not-text'
  | 'unreadable'
  | 'write-protected'
  | 'changed-meanwhile'
  | 'not-writable';

/** A start-up file as it was found. Its text has one character per byte ("latin1"): it need not be UTF-8. */
export interface StartupText {
  /** macOS path of the file itself, behind all links. */
  readonly target: string;
  /** The start-up file is a link to it. */
  readonly isLinked: boolean;
  /** Null where there is none. */
  readonly text: string | null;
  readonly status: Stats | null;
}

const largestBytes = 1024 * 1024;

/** A link to a file of the user's own is followed: start-up files often lie in a folder of their own. */
export const readStartupText = async (
  host: MacHost,
  macPath: string,
): Promise<Outcome<StartupText, StartupTextProblem>> => {
  const place = await judgePlace(host, macPath, { kind: 'file', others: 'reading', link: 'followed' });
  if (place.kind === 'missing') return success({ target: macPath, isLinked: false, text: null, status: null });
  if (place.kind === 'refused') return whyRefused(place);
  const target = toMacPath(host, place.path);
  // Replacing it would part the names from each other.
  if (place.status.nlink > 1) return failure('linked-twice', 'The file has a second name; add the lines by hand.');
  const folder = await findFolder(host, dirname(target));
  if (folder.kind !== 'folder') return failure('unreadable', 'It cannot be read.');
  const limits = { largestBytes, others: 'reading' } as const;
  const start = await readOwnStart(folder.folder, target.slice(target.lastIndexOf('/') + 1), limits);
  if (!start.ok) return failure(codes[start.code], start.reason);
  if (start.value.isCut) return failure('too-large', 'It is far too large for a start-up file.');
  const text = start.value.bytes.toString('latin1');
  if (text.includes('\0')) return failure('not-text', 'It is not a text file.');
  const link = await statusOf(onDisk(host, macPath));
  if (link.kind === 'unreadable') return failure('unreadable', `It cannot be read: macOS answered ${link.code}.`);
  const isLinked = link.kind === 'found' && link.status.isSymbolicLink();
  return success({ target, isLinked, text, status: place.status });
};

const whyRefused = ({ problem, reason }: RefusedPlace) => {
  switch (problem) {
    case 'leads-nowhere':
    case 'is-a-link':
      return failure('dangling-link', 'It is a link to a file that is not there.');
    case 'wrong-kind':
      return failure('not-a-file', 'It is not a plain file.');
    case 'another-user':
      return failure('not-yours', `${reason} Add the lines by hand.`);
    case 'others-can-write':
    case 'others-can-read':
      return failure('open-to-others', reason);
    case 'unreadable':
      return failure('unreadable', 'It cannot be read.');
  }
};

const codes: Readonly<Record<OwnFileProblem, StartupTextProblem>> = {
  missing: 'changed-meanwhile',
  'not-a-file': 'not-a-file',
  'not-private': 'open-to-others',
  'too-large': 'too-large',
  'not-text': 'not-text',
  unreadable: 'unreadable',
};

/** Why the file, which can be read, is not to be written; null where it may be. Its owner has said so with its mode. */
export const whyNotWritable = ({ status }: StartupText) =>
  status === null || (status.mode & 0o200) !== 0
    ? null
    : failure('write-protected', 'It is write-protected: chmod u+w takes that away, or change the lines by hand.');

/**
 * Replaces the file by one with this text and its mode and owner, so that a crash leaves the old file or the new one. Null
 * removes it, or empties what a link leads to. Refuses where the file is not any more what was read.
 */
export const writeStartupText = async (
  host: MacHost,
  found: StartupText,
  text: string | null,
): Promise<Outcome<void, StartupTextProblem>> => {
  if (text === null && found.isLinked) return writeStartupText(host, found, '');
  if (text === found.text) return success(undefined);
  const refusal = whyNotWritable(found);
  if (refusal) return refusal;
  const folder = makeSharedFolder(host, dirname(found.target));
  if (!folder.ok) return failure(folder.code === 'not-made' ? 'not-writable' : 'open-to-others', folder.reason);
  const name = found.target.slice(found.target.lastIndexOf('/') + 1);
  const isUnchanged = () => isAsFound(host, found);
  if (text === null) {
    if (!(await isUnchanged())) return failure('changed-meanwhile', 'It was changed just now. Try again.');
    const removed = await removeFile(folder.value, name);
    return removed.ok ? removed : failure('not-writable', removed.reason);
  }
  const written = await replaceDurably(folder.value, name, Buffer.from(text, 'latin1'), {
    ...(found.status === null ? { mode: 0o644 } : { like: found.status }),
    mayReplace: isUnchanged,
  });
  if (written.ok) return written;
  return failure(written.code === 'changed-meanwhile' ? written.code : 'not-writable', written.reason);
};

const isAsFound = async (host: MacHost, { target, status }: StartupText): Promise<boolean> => {
  const now = await statusOf(onDisk(host, target));
  if (status === null) return now.kind === 'absent';
  if (now.kind !== 'found') return false;
  const { ino, size, mtimeMs } = now.status;
  return ino === status.ino && size === status.size && mtimeMs === status.mtimeMs;
};
