import { isCommandOfApp, linkFolders } from '../../core/command-line/command-link';
import type { Outcome } from '../../core/outcome';
import { findLink, removeLink } from '../files/command-link';
import type { MacHost } from '../mac/host';

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
