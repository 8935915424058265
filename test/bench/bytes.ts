import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project-files';
import type { Figure } from './figure';

/** The programs of dist/, and what each may have by the test of the bundles (test/packaging). */
const programs: Readonly<Record<string, number | undefined>> = {
  main: 600,
  preload: 5,
  renderer: 370,
  cli: 540,
  diagnosis: 190,
  'parse-worker': undefined,
  formats: undefined,
  'command-link': undefined,
};

/** What there is to read, and of it what a start loads. */
export const measureBytes = (): Promise<readonly Figure[]> => {
  const whole = Object.entries(programs).map(
    ([name, atMost]): Figure => ({
      ...{ name: `${name}, all its files`, value: kilobytesIn(join(projectFolder, 'dist', name)), unit: 'kB' },
      ...(atMost === undefined ? {} : { atMost }),
    }),
  );
  const main = join(projectFolder, 'dist/main/main.cjs');
  return Promise.resolve([
    { name: 'the main process at its start', value: readFileSync(main).length / 1000, unit: 'kB' },
    ...whole,
  ]);
};

const kilobytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:c|m)?js$/.test(name))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1000;
