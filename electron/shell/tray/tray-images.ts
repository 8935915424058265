import { join } from 'node:path';
import type { NativeImage } from 'electron';
import { type TrayIcon, trayIcons } from '../../core/state/tray-model';

export interface NativeImageFactory {
  createFromPath(path: string): NativeImage;
}

/**
 * Template images: macOS takes their alpha and paints it for the menu bar's background. `@2x` is found by its name.
 *
 * @param folder `assets/tray` in a checkout, `Contents/Resources/tray` in the packaged app.
 */
export const loadTrayImages = (
  nativeImage: NativeImageFactory,
  folder: string,
): Readonly<Record<TrayIcon, NativeImage>> =>
  Object.fromEntries(
    trayIcons.map((icon) => {
      const image = nativeImage.createFromPath(join(folder, `${icon}Template.png`));
      image.setTemplateImage(true);
      return [icon, image];
    }),
  ) as Record<TrayIcon, NativeImage>;
