import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { tellLicences } from '../../../electron/shell/app/about';
import { temporaryFolder } from '../../scripts/temporary-folder';

const told = async (file: string | null) => {
  const [app, log] = [{ setAboutPanelOptions: vi.fn() }, vi.fn()];
  await tellLicences(app, file, log);
  return { options: app.setAboutPanelOptions.mock.calls.flat(), logged: log.mock.calls.flat() };
};

it('About shows the licences of the packaged app, whole', async () => {
  const file = join(temporaryFolder(), 'THIRD-PARTY.txt');
  writeFileSync(file, 'koffi 3.3.4 (MIT)\n');
  expect(await told(file)).toEqual({ options: [{ credits: 'koffi 3.3.4 (MIT)\n' }], logged: [] });
});

it('About stays as it is in a checkout, and where they cannot be read that is logged', async () => {
  expect(await told(null)).toEqual({ options: [], logged: [] });
  expect(await told('/nowhere/THIRD-PARTY.txt')).toEqual({
    options: [],
    logged: [expect.stringContaining('licences')],
  });
});
