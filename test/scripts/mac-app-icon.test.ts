import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appIcon } from '../../scripts/mac-app-icon.mjs';
import { projectFolder } from '../../scripts/project-folder.mjs';

const printed = (version: string): string =>
  `<plist version="1.0"><dict><key>com.apple.actool.version</key><dict>
  <key>bundle-version</key><string>24123</string>
  <key>short-bundle-version</key><string>${version}</string></dict></dict></plist>`;

it.each([
  ['', 'assets/icon.icns'],
  ['xcrun: error: unable to find utility "actool"', 'assets/icon.icns'],
  [printed('16.4'), 'assets/icon.icns'],
  [printed('26.0'), 'assets/Latchkey.icon'],
  [printed('27.1'), 'assets/Latchkey.icon'],
])('where actool says %j the app gets %s', (text, icon) => {
  expect(appIcon(text)).toBe(icon);
});

it('the icon of the new kind has the pictures that it names, and no plate of its own', () => {
  const folder = join(projectFolder, 'assets/Latchkey.icon');
  const { groups } = JSON.parse(readFileSync(join(folder, 'icon.json'), 'utf8')) as {
    groups: readonly { layers: readonly { 'image-name': string }[] }[];
  };
  const pictures = groups.flatMap(({ layers }) => layers.map((layer) => join(folder, 'Assets', layer['image-name'])));
  expect(pictures).not.toEqual([]);
  expect(pictures.filter((file) => !existsSync(file))).toEqual([]);
  expect(pictures.filter((file) => readFileSync(file, 'utf8').includes('<rect'))).toEqual([]);
});
