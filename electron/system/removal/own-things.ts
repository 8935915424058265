import { isCommandOfApp, linkFolders } from '../../core/command-line/command-link';
import { failure, type Outcome, success } from '../../core/outcome';
import { findLink, removeLink } from '../files/command-link';
import { statusOf } from '../files/own-file';
import { findFolder } from '../files/own-folder';
import { removeTree, removeTreeNow } from '../files/own-tree';
import { supportFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';

/** macOS path of the support folder; null where nothing lies there. One that cannot be seen is not removed without saying why. */
export const findSupportFolder = async (host: MacHost): Promise<string | null> =>
  (await statusOf(onDisk(host, supportFolder(host)))).kind === 'absent' ? null : supportFolder(host);

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

/** The links to Latchkey's command, stale ones too. What else is called `latchkey` is somebody's own. */
export const findCommandLinks = async (host: MacHost): Promise<readonly string[]> => {
  const places = linkFolders(host.homeFolder).map((folder) => `${folder}/latchkey`);
  const found = await Promise.all(places.map((place) => findLink(host, place)));
  return places.filter((_place, index) => {
    const link = found[index];
    return link?.kind === 'link' && isCommandOfApp(link.target);
  });
};

export const removeCommandLink = (host: MacHost, macPath: string): Promise<Outcome<void, 'not-removed'>> =>
  removeLink(host, macPath, isCommandOfApp);
