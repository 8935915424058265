// `npm run package`: a release build, laid out by itself and packaged by electron-builder into out/package/.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from './build.mjs';
import { macIcon } from './mac-icon.mjs';
import { projectFolder } from './project-folder.mjs';
import { setUp } from './setup.mjs';
import { macNativePackages } from './setup-mac-packaging.mjs';

const copied = [
  'electron-builder.yml',
  'assets',
  'scripts/after-pack.cjs',
  'LICENSE',
  'node_modules/koffi',
  'node_modules/keytar',
];

/**
 * Lays out what electron-builder packages: a release build, which knows no simulated Mac, and the run-time dependencies
 * with koffi's compiled parts for both kinds of Mac.
 * @param {string} folder an empty folder
 */
export const layOutPackage = async (folder) => {
  await build(undefined, { release: true, outFolder: join(folder, 'dist') });
  for (const part of copied) {
    if (existsSync(join(projectFolder, part))) copy(join(projectFolder, part), join(folder, part));
  }
  for (const { name, folder: from } of macNativePackages()) copy(from, join(folder, 'node_modules', name));
  writeFileSync(join(folder, 'assets/icon.icns'), macIcon(readFileSync(join(projectFolder, 'assets/icon.png'))));
  const {
    devDependencies: _,
    scripts: __,
    ...manifest
  } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
};

/**
 * @param {string} from
 * @param {string} to
 */
const copy = (from, to) => {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
};

/**
 * Runs electron-builder on a folder that `layOutPackage` made; what it makes is in its subfolder out/package.
 * @param {string} folder
 * @param {readonly string[]} options electron-builder's own, e.g. `--mac dir`
 * @returns {{ succeeded: boolean, output: string }}
 */
export const runElectronBuilder = (folder, options) => {
  const tool = join(projectFolder, 'node_modules', '.bin', 'electron-builder');
  const run = spawnSync(tool, ['--projectDir', folder, '--publish', 'never', ...options], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 30 * 60_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return { succeeded: run.status === 0, output: `${run.stdout ?? ''}${run.stderr ?? ''}` };
};

if (process.argv[1] === import.meta.filename) {
  if (!(await setUp({ purpose: 'test' }))) process.exit(1);
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-package-'));
  await layOutPackage(folder);
  const { succeeded, output } = runElectronBuilder(folder, ['--mac', ...process.argv.slice(2)]);
  console.log(output);
  const made = join(folder, 'out', 'package');
  const kept = join(projectFolder, 'out', 'package');
  if (existsSync(made)) cpSync(made, kept, { recursive: true, verbatimSymlinks: true });
  rmSync(folder, { recursive: true, force: true });
  if (succeeded) console.log(`${kept}: ${readdirSync(kept).join(', ')}`);
  process.exit(succeeded ? 0 : 1);
}
