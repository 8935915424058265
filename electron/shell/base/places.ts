import { join } from 'node:path';

/** Where the app's own files lie. */
export interface Places {
  readonly rendererFolder: string;
  readonly preloadPath: string;
  readonly trayFolder: string;
  /** The shell helper's files, which the user's shells cannot read out of an archive. */
  readonly shellHelperFolder: string;
  /** The command that the app brings; null in a checkout. */
  readonly commandFile: string | null;
  /** The licences of what is shipped; null in a checkout. */
  readonly licencesFile: string | null;
}

/**
 * @param mainFolder the folder of the built main file, `dist/main`.
 * @param resourcesFolder of the packaged app, where the tray images lie outside of the archive: `@2x` files are found by
 *   name next to them. Null in a checkout.
 */
export const placesOf = (mainFolder: string, resourcesFolder: string | null): Places => {
  const assets = resourcesFolder ?? join(mainFolder, '../../assets');
  return {
    rendererFolder: join(mainFolder, '../renderer'),
    preloadPath: join(mainFolder, '../preload/preload.cjs'),
    trayFolder: join(assets, 'tray'),
    shellHelperFolder: join(assets, 'shell'),
    commandFile: resourcesFolder && join(resourcesFolder, 'bin/latchkey'),
    licencesFile: resourcesFolder && join(resourcesFolder, 'THIRD-PARTY.txt'),
  };
};
