import { mkdirSync, writeFileSync } from 'node:fs';
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

const propertyList = (executable: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>CFBundleExecutable</key><string>${executable}</string>
<key>CFBundleIdentifier</key><string>com.github.electron</string>
<key>CFBundleName</key><string>${executable}</string>
<key>CFBundlePackageType</key><string>APPL</string>
</dict></plist>
`;

/** A folder in the shape of Electron's macOS download, with empty binaries: enough for electron-builder to package. */
export const writeFakeElectron = (folder: string): void => {
  const frameworks = join(folder, 'Electron.app', 'Contents', 'Frameworks');
  const writeApp = (app: string, name: string): void => {
    mkdirSync(join(app, 'Contents', 'MacOS'), { recursive: true });
    mkdirSync(join(app, 'Contents', 'Resources'), { recursive: true });
    writeFileSync(join(app, 'Contents', 'Info.plist'), propertyList(name));
    writeFileSync(join(app, 'Contents', 'MacOS', name), '');
  };
  writeApp(join(folder, 'Electron.app'), 'Electron');
  for (const name of ['Helper', 'Helper (GPU)', 'Helper (Plugin)', 'Helper (Renderer)']) {
    writeApp(join(frameworks, `Electron ${name}.app`), `Electron ${name}`);
  }
  const framework = join(frameworks, 'Electron Framework.framework');
  for (const language of ['en', 'de']) {
    const translations = join(framework, 'Versions', 'A', 'Resources', `${language}.lproj`);
    mkdirSync(translations, { recursive: true });
    writeFileSync(join(translations, 'locale.pak'), '');
  }
  // Every fuse stands the wrong way round at first, so that each one is seen to be set.
  const wire = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, fuseNames.length]), Buffer.from('11110011')]);
  writeFileSync(join(framework, 'Electron Framework'), wire);
  writeFileSync(join(folder, 'version'), '45.4.1');
};
