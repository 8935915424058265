import { failure, type Outcome, success } from '../../core/outcome';
import { statusOf } from '../files/own-file';
import { findFolder } from '../files/own-folder';
import { removeTree, removeTreeNow } from '../files/own-tree';
import { supportFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';

/** macOS path of the support folder; null where nothing lies there. */
export const findSupportFolder = async (host: MacHost): Promise<string | null> =>
  (await statusOf(onDisk(host, supportFolder(host)))) === null ? null : supportFolder(host);

/** Settings, history, end dates, reports and the helper's copies: all that Latchkey keeps. */
export const removeSupportFolder = async (host: MacHost): Promise<Outcome<void, 'not-removed'>> => {
  const found = await findFolder(host, supportFolder(host));
  if (found.kind === 'missing') return success(undefined);
  return found.kind === 'folder' ? removeTree(found.folder) : failure('not-removed', found.reason);
};

/** Judges the folder now. @returns what removes it, to be called as the very last that this process does */
export const prepareErasing = async (host: MacHost): Promise<() => void> => {
  const found = await findFolder(host, supportFolder(host));
  return () => (found.kind === 'folder' ? removeTreeNow(found.folder) : undefined);
};
