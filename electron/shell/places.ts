import { join } from 'node:path';

/** Where the app's own files lie. */
export interface Places {
  readonly rendererFolder: string;
  readonly preloadPath: string;
  readonly trayFolder: string;
}

/**
 * @param mainFolder the folder of the built main file, `dist/main`.
 * @param resourcesFolder of the packaged app, where the tray images lie outside of the archive: `@2x` files are found by
 *   name next to them. Null in a checkout.
 */
export const placesOf = (mainFolder: string, resourcesFolder: string | null): Places => ({
  rendererFolder: join(mainFolder, '../renderer'),
  preloadPath: join(mainFolder, '../preload/preload.cjs'),
  trayFolder: resourcesFolder === null ? join(mainFolder, '../../assets/tray') : join(resourcesFolder, 'tray'),
});
