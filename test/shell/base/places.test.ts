import { expect, it } from 'vitest';
import { placesOf } from '../../../electron/shell/base/places';

it.each([
  [
    'beside the archive in the packaged app',
    '/Applications/Latchkey.app/Contents/Resources',
    { command: '/Applications/Latchkey.app/Contents/Resources/bin/latchkey', licences: 'Resources/THIRD-PARTY.txt' },
  ],
  ['nowhere in a checkout', null, { command: null, licences: null }],
])('the command and the licences lie %s', (_where, resourcesFolder, { command, licences }) => {
  const { commandFile, licencesFile } = placesOf('/Users/alice/latchkey/dist/main', resourcesFolder);
  expect(commandFile).toBe(command);
  expect(licencesFile).toEqual(licences === null ? null : expect.stringContaining(licences));
});
