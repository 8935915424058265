import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What marks the fuses in Electron's binary: version 1, then their number, then one character each (`0` off, `1` on). */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Electron's own order: https://github.com/electron/fuses, FuseV1Options. */
export const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/** A helper's app asks for the camera in Electron as well, so that a page's process may. */
const helperProperties = (executable: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${executable}</string>
<key>CFBundleIdentifier</key><string>com.github.Electron.helper</string>
<key>CFBundleName</key><string>${executable}</string>
<key>CFBundlePackageType</key><string>APPL</string>
<key>LSUIElement</key><true/>
<key>NSCameraUsageDescription</key><string>This app needs access to the camera</string>
</dict></plist>
`;

const writeApp = (app: string, name: string): void => {
  mkdirSync(join(app, 'Contents', 'MacOS'), { recursive: true });
  mkdirSync(join(app, 'Contents', 'Resources'), { recursive: true });
  writeFileSync(join(app, 'Contents', 'MacOS', name), '');
  writeFileSync(join(app, 'Contents', 'Info.plist'), helperProperties(name));
};

/** A framework is one folder of a version, and links to what is in it. */
const writeFramework = (folder: string, name: string, contents: Buffer | string): string => {
  const version = join(folder, `${name}.framework`, 'Versions', 'A');
  mkdirSync(join(version, 'Resources'), { recursive: true });
  writeFileSync(join(version, name), contents);
  symlinkSync('A', join(folder, `${name}.framework`, 'Versions', 'Current'));
  for (const part of [name, 'Resources']) symlinkSync(`Versions/Current/${part}`, join(version, '../..', part));
  return version;
};

/** See `readArchive` in scripts/archive-integrity.mjs. */
const emptyArchive = (): Buffer => {
  const index = Buffer.from('{"files":{}}');
  const numbers = Buffer.alloc(16);
  for (const [place, value] of [4, index.length + 8, index.length + 4, index.length].entries()) {
    numbers.writeUInt32LE(value, place * 4);
  }
  return Buffer.concat([numbers, index]);
};

/** A folder in the shape of Electron's macOS download, with empty binaries: enough for electron-builder to package. */
export const writeFakeElectron = (folder: string): void => {
  const contents = join(folder, 'Electron.app', 'Contents');
  const frameworks = join(contents, 'Frameworks');
  writeApp(join(folder, 'Electron.app'), 'Electron');
  copyFileSync(join(import.meta.dirname, 'electron-info.plist'), join(contents, 'Info.plist'));
  writeFileSync(join(contents, 'Resources', 'default_app.asar'), emptyArchive());
  writeFileSync(join(contents, 'Resources', 'electron.icns'), '');
  for (const name of ['Helper', 'Helper (GPU)', 'Helper (Plugin)', 'Helper (Renderer)']) {
    writeApp(join(frameworks, `Electron ${name}.app`), `Electron ${name}`);
  }
  // Every fuse stands the wrong way round at first, so that each one is seen to be set.
  const wire = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, fuseNames.length]), Buffer.from('01110011')]);
  const version = writeFramework(frameworks, 'Electron Framework', wire);
  for (const language of ['en', 'de']) {
    mkdirSync(join(version, 'Resources', `${language}.lproj`));
    writeFileSync(join(version, 'Resources', `${language}.lproj`, 'locale.pak'), '');
  }
  for (const name of ['Mantle', 'ReactiveObjC', 'Squirrel']) writeFramework(frameworks, name, '');
  // Beside the app in the download; electron-builder moves them in where it unpacks that itself.
  for (const file of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
    writeFileSync(join(contents, 'Resources', file), 'licence');
  }
  writeFileSync(join(contents, 'PkgInfo'), 'APPL????');
  writeFileSync(join(folder, 'version'), '45.5.0');
};
