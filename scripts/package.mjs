// `npm run package`: a release build, laid out by itself and packaged by electron-builder into out/package/.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, bundledPackages, partsOfRelease } from './build.mjs';
import { appIconHere } from './mac-app-icon.mjs';
import { macIcon } from './mac-icon.mjs';
import { signingFactsHere, signingOf } from './mac-signing.mjs';
import { projectFolder } from './project-folder.mjs';
import { setUp } from './setup.mjs';
import { macNativePackages } from './setup-mac-packaging.mjs';
import { thirdPartyText } from './third-party.mjs';

const copied = [
  'electron-builder.yml',
  'assets',
  'scripts/after-pack.cjs',
  'LICENSE',
  'node_modules/koffi',
  'node_modules/keytar',
];
const keytarParts = 'node_modules/keytar/prebuilds';

/**
 * Lays out what electron-builder packages: a release build, which knows no simulated Mac, and the run-time dependencies
 * with their compiled parts for both kinds of Mac; electron-builder.yml takes those of one.
 * @param {string} folder an empty folder
 * @param {{ forTests?: boolean }} [options] `forTests`: what runs on this machine instead, and knows the simulated Mac
 */
export const layOutPackage = async (folder, { forTests = false } = {}) => {
  await build(partsOfRelease, { release: !forTests, outFolder: join(folder, 'dist') });
  for (const part of copied) {
    if (existsSync(join(projectFolder, part))) copy(join(projectFolder, part), join(folder, part));
  }
  const platform = forTests ? process.platform : 'darwin';
  for (const parts of readdirSync(join(folder, keytarParts))) {
    if (!parts.startsWith(`${platform}-`)) rmSync(join(folder, keytarParts, parts), { recursive: true });
  }
  const natives = forTests ? nativePackagesHere() : macNativePackages();
  for (const { name, folder: from } of natives) copy(from, join(folder, 'node_modules', name));
  const shipped = ['electron', 'koffi', 'keytar', ...macNativePackages().map(({ name }) => name)];
  const notices = thirdPartyText([...shipped, ...bundledPackages(join(folder, 'dist'), partsOfRelease)]);
  writeFileSync(join(folder, 'assets/THIRD-PARTY.txt'), notices);
  writeFileSync(join(folder, 'assets/icon.icns'), macIcon(readFileSync(join(projectFolder, 'assets/icon.png'))));
  const {
    devDependencies: _,
    scripts: __,
    ...manifest
  } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
};

/** koffi's compiled part for this machine, as npm installed it. */
const nativePackagesHere = () => {
  const name = `@koromix/koffi-${process.platform}-${process.arch}`;
  return [{ name, folder: join(projectFolder, 'node_modules', name) }];
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

/**
 * Puts what was made in the place of what an earlier run has made. Its frameworks hold links, over which nothing can be copied.
 * @param {string} made
 * @param {string} kept
 */
export const keepPackage = (made, kept) => {
  rmSync(kept, { recursive: true, force: true });
  if (existsSync(made)) cpSync(made, kept, { recursive: true, verbatimSymlinks: true });
};

/**
 * Writes a configuration beside electron-builder.yml that says the same but for some of it.
 * @param {string} folder
 * @param {object} overrides
 * @returns {string} its path
 */
export const overrideConfiguration = (folder, overrides) => {
  const file = join(folder, 'electron-builder.signed.json');
  writeFileSync(file, JSON.stringify({ extends: './electron-builder.yml', ...overrides }));
  return file;
};

if (process.argv[1] === import.meta.filename) {
  const words = process.argv.slice(2).filter((word) => word !== '--release');
  const signing = signingOf(signingFactsHere(process.argv.includes('--release')));
  if (signing.kind === 'refused') {
    console.error(signing.says);
    process.exit(1);
  }
  if (!(await setUp({ purpose: 'test' }))) process.exit(1);
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-package-'));
  await layOutPackage(folder);
  const mac = { ...signing.overrides.mac, icon: appIconHere() };
  const configuration = overrideConfiguration(folder, { ...signing.overrides, mac });
  // `--mac` takes the words after it for its targets, so they come first.
  const { succeeded, output } = runElectronBuilder(folder, ['--mac', ...words, '--config', configuration]);
  console.log(output);
  const kept = join(projectFolder, 'out', 'package');
  keepPackage(join(folder, 'out', 'package'), kept);
  rmSync(folder, { recursive: true, force: true });
  if (succeeded) console.log(`${kept}: ${readdirSync(kept).join(', ')}\n${signing.says}`);
  process.exit(succeeded ? 0 : 1);
}
