import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFromRegistry } from './electron-fallback.mjs';
import { projectFolder } from './project-folder.mjs';

const architectures = ['arm64', 'x64'];

/**
 * koffi's compiled parts for both kinds of Mac. npm installs the one of this machine only; a package holds both. They
 * are fetched at the versions and contents that the lockfile pins.
 * @returns {{ name: string, version: string, folder: string, integrity: string }[]} package name and where it lies
 */
export const macNativePackages = () => {
  const { packages } = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8'));
  return architectures.map((architecture) => {
    const name = `@koromix/koffi-darwin-${architecture}`;
    const { version, integrity } = packages[`node_modules/${name}`];
    return { name, version, integrity, folder: join(projectFolder, '.cache', 'mac-native', `${name}-${version}`) };
  });
};

/** Fetches what `macNativePackages` lists and is not there yet. */
export const installMacPackagingFiles = () => {
  for (const { name, version, integrity, folder } of macNativePackages()) {
    if (existsSync(folder)) continue;
    console.log(`Fetching ${name} for the packaging test`);
    mkdirSync(join(folder, '..'), { recursive: true });
    const unfinished = mkdtempSync(join(projectFolder, '.cache', 'unfinished-native-'));
    try {
      unpackFromRegistry(`${name}@${version}`, integrity, unfinished);
      renameSync(join(unfinished, 'package'), folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
};
