// Builds dist/: `node scripts/build.mjs [--release] [--out FOLDER]`. A target whose sources have not changed is left alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectFolder } from './project-folder.mjs';
import { notePackages } from './third-party.mjs';

/** @typedef {'renderer' | 'main' | 'preload' | 'cli' | 'parse-worker' | 'formats' | 'diagnosis' | 'command-link' | 'simulator' | 'hold-crash'} BuildTarget */

/** @type {Readonly<Record<BuildTarget, string>>} */
const entries = {
  renderer: 'renderer/index.html',
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  cli: 'electron/cli/latchkey.ts',
  'command-link': 'electron/system/command-line/command-link-door.ts',
  'parse-worker': 'electron/tools/parse-worker.ts',
  // The readers of formats, each in a file of its own: that one lists them.
  formats: 'scripts/format-libraries.mjs',
  // What a diagnosis concludes by, one copy for the app and the command line.
  diagnosis: 'electron/monitor/diagnosis/diagnosis-conclusion.ts',
  simulator: 'test/simulator/tool.ts',
  // A program for the tests alone: not among everything.
  'hold-crash': 'test/hold-crash/program.ts',
};
/** @type {readonly BuildTarget[]} */
const everything = [
  'renderer',
  'main',
  'preload',
  'cli',
  'parse-worker',
  'formats',
  'diagnosis',
  'command-link',
  'simulator',
];
/** @type {readonly BuildTarget[]} */
export const partsOfRelease = [
  'renderer',
  'main',
  'preload',
  'cli',
  'parse-worker',
  'formats',
  'diagnosis',
  'command-link',
];

/**
 * Every file below a folder, as paths relative to it.
 * @param {string} folder
 * @returns {string[]}
 */
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));

/**
 * Changes when a source file does: names, sizes and times, not contents.
 * @param {readonly string[]} [moreFolders] that count as well
 */
export const sourcesFingerprint = (moreFolders = []) => {
  const hash = createHash('sha256').update(process.version);
  for (const folder of ['electron', 'renderer', 'test/simulator', 'test/hold-crash', ...moreFolders]) {
    if (!existsSync(join(projectFolder, folder))) continue;
    for (const file of filesBelow(join(projectFolder, folder))
      .map((name) => join(folder, name))
      .sort())
      addFile(file);
  }
  for (const file of ['vite.config.ts', 'package-lock.json', 'scripts/build.mjs', 'scripts/format-libraries.mjs'])
    addFile(file);
  return hash.digest('hex');

  /** @param {string} file */
  function addFile(file) {
    const { size, mtimeMs } = statSync(join(projectFolder, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
};

/**
 * Moves finished files over the old ones, each at once, so that nobody who runs them meets a half-written build.
 * @param {string} finished
 * @param {string} destination
 */
const publish = (finished, destination) => {
  const files = filesBelow(finished);
  for (const file of files) {
    mkdirSync(dirname(join(destination, file)), { recursive: true });
    renameSync(join(finished, file), join(destination, file));
  }
  for (const file of filesBelow(destination))
    if (!files.includes(file)) rmSync(join(destination, file), { force: true });
};

/**
 * @param {string} outFolder
 * @param {BuildTarget} target
 */
const packagesFile = (outFolder, target) => join(outFolder, `.${target}.packages.json`);

/**
 * The npm packages that a build of these targets has in itself.
 * @param {string} outFolder
 * @param {readonly BuildTarget[]} targets
 * @returns {string[]}
 */
export const bundledPackages = (outFolder, targets) =>
  targets.flatMap((target) => JSON.parse(readFileSync(packagesFile(outFolder, target), 'utf8')));

const librarySuffix = process.platform === 'darwin' ? '.dylib' : '.so';
/** Stand-ins for the system's libraries that the simulated Mac loads, and its executables. */
const nativeParts = [
  ...['security-framework', 'lib-system'].map((name) => ({ name, suffix: librarySuffix, flags: ['-shared', '-fPIC'] })),
  ...['mac-tool', 'leave-socket', 'in-terminal'].map((name) => ({ name, suffix: '', flags: ['-s'] })),
];

/**
 * Where there is no compiler, the simulated Mac's executables are run by Node, and it has no framework to load.
 * @param {string} outFolder
 */
const compileNativeParts = (outFolder) => {
  for (const { name, suffix, flags } of nativeParts) {
    const source = join(projectFolder, `test/simulator/native/${name}.c`);
    const values = ['-O1', '-Wall', ...flags, '-o', join(outFolder, name + suffix), source];
    const { status, error, stderr } = spawnSync('cc', values, { encoding: 'utf8' });
    if (error !== undefined && 'code' in error && error.code === 'ENOENT') {
      console.error(
        'There is no C compiler (cc): the simulated Mac’s tools will be slow, and it has no Security.framework.',
      );
      return;
    }
    if (status !== 0) throw new Error(`cc could not compile ${source}: ${error?.message ?? stderr}`);
  }
};

/**
 * Builds the targets that are out of date. A target whose entry does not exist is an error.
 * @param {readonly BuildTarget[]} [targets] default: all, in a release all that is shipped
 * @param {{ release?: boolean, outFolder?: string }} [options] `release` leaves the simulated Mac out of the product
 */
export const build = async (targets, options = {}) => {
  const release = options.release ?? false;
  const outFolder = options.outFolder ?? join(projectFolder, 'dist');
  const fingerprint = `${sourcesFingerprint()} release=${release}`;
  for (const target of targets ?? (release ? partsOfRelease : everything)) {
    const stamp = join(outFolder, `.${target}.stamp`);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) continue;
    await buildTarget(target, release, outFolder);
    writeFileSync(stamp, fingerprint);
  }
};

/**
 * @param {BuildTarget} target
 * @param {boolean} release
 * @param {string} outFolder
 */
const buildTarget = async (target, release, outFolder) => {
  if (!existsSync(join(projectFolder, entries[target]))) throw new Error(`${entries[target]} is missing`);
  const { build: viteBuild } = await import('vite');
  const unfinished = join(outFolder, `.building-${target}-${process.pid}`);
  process.env.LATCHKEY_RELEASE = release ? '1' : '0';
  /** @type {Set<string>} */
  const packages = new Set();
  const nodeEnvironment = process.env.NODE_ENV;
  // Under vitest it says "test", and Vite would then bundle React's development build.
  process.env.NODE_ENV = 'production';
  try {
    await viteBuild({
      configFile: join(projectFolder, 'vite.config.ts'),
      mode: target,
      plugins: [notePackages(packages)],
      build: { outDir: unfinished },
    });
    if (target === 'simulator') compileNativeParts(unfinished);
    publish(unfinished, join(outFolder, target));
    writeFileSync(packagesFile(outFolder, target), JSON.stringify([...packages].sort()));
  } finally {
    if (nodeEnvironment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = nodeEnvironment;
    rmSync(unfinished, { recursive: true, force: true });
  }
};

if (process.argv[1] === import.meta.filename) {
  const out = process.argv.indexOf('--out');
  const outFolder = out > 0 ? process.argv[out + 1] : undefined;
  await build(undefined, { release: process.argv.includes('--release'), ...(outFolder ? { outFolder } : {}) });
}
