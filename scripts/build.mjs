// Builds dist/: `node scripts/build.mjs [--release] [--out FOLDER]`. A target whose sources have not changed is left alone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { projectFolder } from './project-folder.mjs';

/** @typedef {'renderer' | 'main' | 'preload' | 'cli' | 'simulator' | 'hold-crash'} BuildTarget */

/** @type {Readonly<Record<BuildTarget, string>>} */
const entries = {
  renderer: 'renderer/index.html',
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  cli: 'electron/cli/latchkey.ts',
  simulator: 'test/simulator/tool.ts',
  // A program for the tests alone: not among everything.
  'hold-crash': 'test/hold-crash/program.ts',
};
/** @type {readonly BuildTarget[]} */
const everything = ['renderer', 'main', 'preload', 'cli', 'simulator'];
/** @type {readonly BuildTarget[]} */
const inRelease = ['renderer', 'main', 'preload', 'cli'];

/**
 * Every file below a folder, as paths relative to it.
 * @param {string} folder
 * @returns {string[]}
 */
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));

/** Changes when a source file does: names, sizes and times, not contents. */
const sourcesFingerprint = () => {
  const hash = createHash('sha256').update(process.version);
  for (const folder of ['electron', 'renderer', 'test/simulator', 'test/hold-crash']) {
    if (!existsSync(join(projectFolder, folder))) continue;
    for (const file of filesBelow(join(projectFolder, folder))
      .map((name) => join(folder, name))
      .sort())
      addFile(file);
  }
  for (const file of ['vite.config.ts', 'package-lock.json', 'scripts/build.mjs']) addFile(file);
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
 * Compiles a stand-in for one of the system's libraries that the simulated Mac loads.
 * @param {string} name
 * @param {string} outFolder
 */
const compileStub = (name, outFolder) => {
  const source = join(projectFolder, `test/simulator/native/${name}.c`);
  if (!existsSync(source)) return;
  const library = `${name}.${process.platform === 'darwin' ? 'dylib' : 'so'}`;
  const compiled = spawnSync('cc', ['-O1', '-Wall', '-shared', '-fPIC', '-o', join(outFolder, library), source], {
    encoding: 'utf8',
  });
  if (compiled.status !== 0) {
    throw new Error(`cc could not compile ${source}: ${compiled.error?.message ?? compiled.stderr}`);
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
  for (const target of targets ?? (release ? inRelease : everything)) {
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
  const nodeEnvironment = process.env.NODE_ENV;
  // Under vitest it says "test", and Vite would then bundle React's development build.
  process.env.NODE_ENV = 'production';
  try {
    await viteBuild({
      configFile: join(projectFolder, 'vite.config.ts'),
      mode: target,
      build: { outDir: unfinished },
    });
    if (target === 'simulator') for (const stub of ['security-framework', 'lib-system']) compileStub(stub, unfinished);
    publish(unfinished, join(outFolder, target));
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
