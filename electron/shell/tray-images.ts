import { join } from 'node:path';
import type { NativeImage } from 'electron';
import type { TrayIcon } from '../core/tray-model';

/** A template image: macOS takes its alpha and paints it for the menu bar's background. `@2x` is found by its name. */
const files: Readonly<Record<TrayIcon, string>> = {
  unlocked: 'unlockedTemplate.png',
  locked: 'lockedTemplate.png',
  'unlocked-warning': 'unlocked-warningTemplate.png',
  unknown: 'unknownTemplate.png',
};

export interface NativeImageFactory {
  createFromPath(path: string): NativeImage;
}

/** @param folder `assets/tray` in a checkout, `Contents/Resources/tray` in the packaged app. */
export const loadTrayImages = (
  nativeImage: NativeImageFactory,
  folder: string,
): Readonly<Record<TrayIcon, NativeImage>> => {
  const load = (icon: TrayIcon): NativeImage => {
    const image = nativeImage.createFromPath(join(folder, files[icon]));
    image.setTemplateImage(true);
    return image;
  };
  return {
    unlocked: load('unlocked'),
    locked: load('locked'),
    'unlocked-warning': load('unlocked-warning'),
    unknown: load('unknown'),
  };
};
