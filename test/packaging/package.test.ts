import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layOutPackage, runElectronBuilder } from '../../scripts/package.mjs';
import { writeFakeElectron } from './fake-electron';
import { filesOf, fusesOf, propertyOf } from './packaged-app';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-packaging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  writeFakeElectron(join(folder, 'electron'));
  await layOutPackage(join(folder, 'project'));
  const options = ['--mac', 'dir', '--arm64', '--x64', `-c.electronDist=${join(folder, 'electron')}`];
  const { succeeded, output } = runElectronBuilder(join(folder, 'project'), options);
  if (!succeeded) throw new Error(output);
});

describe.each([
  ['arm64', 'mac-arm64'],
  ['x64', 'mac'],
])('the app packaged for %s', (_architecture, outFolder) => {
  const contents = join(folder, 'project', 'out', 'package', outFolder, 'Latchkey.app', 'Contents');

  it('is a menu-bar app for macOS 13 and later', () => {
    expect(propertyOf(contents, 'LSUIElement')).toBe('<true/>');
    expect(propertyOf(contents, 'LSMinimumSystemVersion')).toBe('<string>13.0</string>');
    expect(propertyOf(contents, 'CFBundleIdentifier')).toBe('<string>dev.latchkey.menubar</string>');
  });

  it('asks for no exception to App Transport Security', () => {
    expect(propertyOf(contents, 'NSAppTransportSecurity')).toBeUndefined();
  });

  it('knows the checksum of the archive that it may run', () => {
    expect(propertyOf(contents, 'ElectronAsarIntegrity')).toBe('<dict>');
  });

  it('has every fuse where the configuration puts it', () => {
    expect(fusesOf(contents, 'Electron')).toEqual({
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('brings the bundles, the tray icons and the native modules of both kinds of Mac', () => {
    expect(filesOf(contents)).toEqual(
      expect.arrayContaining([
        'app.asar/package.json',
        'app.asar/dist/main/main.cjs',
        'app.asar/dist/preload/preload.cjs',
        'app.asar/dist/renderer/index.html',
        'Resources/app.asar.unpacked/dist/cli/latchkey.cjs',
        'Resources/app.asar.unpacked/node_modules/koffi/package.json',
        'Resources/app.asar.unpacked/node_modules/@koromix/koffi-darwin-arm64/darwin_arm64/koffi.node',
        'Resources/app.asar.unpacked/node_modules/@koromix/koffi-darwin-x64/darwin_x64/koffi.node',
        'Resources/app.asar.unpacked/node_modules/keytar/package.json',
        'Resources/app.asar.unpacked/node_modules/keytar/lib/keytar.js',
        'Resources/app.asar.unpacked/node_modules/keytar/prebuilds/darwin-arm64/keytar.node',
        'Resources/app.asar.unpacked/node_modules/keytar/prebuilds/darwin-x64/keytar.node',
      ]),
    );
    const trayIcons = filesOf(contents).filter((file) => file.startsWith('Resources/tray/'));
    expect(trayIcons.filter((file) => file.endsWith('Template@2x.png'))).toHaveLength(4);
  });

  it('brings Chromium’s texts in the one language that the app speaks', () => {
    const languages = filesOf(contents).flatMap((file) => /([^/]+)\.lproj\/locale\.pak$/.exec(file)?.[1] ?? []);
    expect(languages).toEqual(['en']);
  });

  it('brings no tests, sources, source maps, simulated Mac or other systems’ binaries', () => {
    const unwanted = /\.map$|\.tsx?$|\.stamp$|(^|\/)(test|simulator)\/|(linux|win32|freebsd|openbsd|android)/;
    expect(filesOf(contents).filter((file) => unwanted.test(file))).toEqual([]);
  });
});

it('builds a release without the variables that select a simulated Mac', () => {
  const dist = join(folder, 'project', 'dist');
  const bundles = ['main/main.cjs', 'preload/preload.cjs', 'cli/latchkey.cjs'];
  const naming = bundles.filter((file) => readFileSync(join(dist, file), 'utf8').includes('LATCHKEY_SIMULATED'));
  expect(naming).toEqual([]);
  expect(readdirSync(dist)).not.toContain('simulator');
});
