import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.mjs';
import { installDebianPackages, packagesOfRealPrograms } from './setup-debian.mjs';
import { SetupError } from './setup-error.mjs';

const cacheFolder = join(projectFolder, '.cache', 'real-programs');
const pinned = join(projectFolder, 'test', 'real-programs');

/** Where the credential tools' own programs of npm's registry are installed, pinned by test/real-programs/package-lock.json. */
export const npmProgramsFolder = join(cacheFolder, 'npm');
/** Where those of Debian lie that are unpacked rather than installed. */
export const unpackedFolder = join(cacheFolder, 'debian');

/**
 * Programs in one file each, which need no installing: Docker's package would start a daemon, Kubernetes' gets in the way
 * of its vendor's. Of several names the first counts that this Debian has.
 */
const unpackedPackages = [['gh'], ['docker-cli', 'docker.io'], ['kubernetes-client']];

/** @param {string} file @param {readonly string[]} values @param {string} cwd */
const run = (file, values, cwd) => spawnSync(file, values, { cwd, encoding: 'utf8', timeout: 15 * 60_000 });

/** @param {string} folder @param {string} wanted */
const isInstalled = (folder, wanted) => {
  const stamp = join(folder, '.latchkey-installed');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
};

/**
 * Fills a folder that takes its place only when it is whole.
 * @param {string} folder
 * @param {string} wanted what it will hold
 * @param {(unfinished: string) => void} fill
 */
const install = (folder, wanted, fill) => {
  mkdirSync(cacheFolder, { recursive: true });
  const unfinished = mkdtempSync(join(cacheFolder, 'unfinished-'));
  try {
    fill(unfinished);
    writeFileSync(join(unfinished, '.latchkey-installed'), wanted);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
};

/** No package's install script is run. */
const installNpmPrograms = () => {
  const lockfile = readFileSync(join(pinned, 'package-lock.json'));
  const wanted = createHash('sha256').update(lockfile).update(`${process.platform} ${process.arch}`).digest('hex');
  if (isInstalled(npmProgramsFolder, wanted)) return;
  console.log("Installing the credential tools' own programs for the tests (npm ci)");
  install(npmProgramsFolder, wanted, (folder) => {
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(pinned, name), join(folder, name));
    const npm = run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
    if (npm.status !== 0) {
      throw new SetupError(
        `${npm.stderr ?? ''}\n\`npm ci\` for test/real-programs failed (${npm.error?.message ?? `exit code ${npm.status}`}).`,
      );
    }
  });
};

/** @param {readonly string[]} names @param {string} folder */
const downloadFirst = (names, folder) => {
  const problems = [];
  for (const name of names) {
    const download = run('apt-get', ['download', name], folder);
    if (download.status === 0) return;
    problems.push(`${download.stderr ?? ''}${download.error?.message ?? ''}`.trim());
  }
  throw new SetupError(
    `${problems.join('\n')}\n\n\`apt-get download ${names[0]}\` failed. After \`sudo apt-get update\`, run the command again.`,
  );
};

const unpackDebianPrograms = () => {
  const wanted = `${unpackedPackages.flat().join(' ')} ${process.arch}`;
  if (isInstalled(unpackedFolder, wanted) || run('dpkg', ['--version'], projectFolder).error) return;
  console.log(`Unpacking ${unpackedPackages.length} Debian packages for the tests`);
  if (process.getuid?.() === 0) run('apt-get', ['update'], projectFolder);
  install(unpackedFolder, wanted, (folder) => {
    for (const names of unpackedPackages) downloadFirst(names, folder);
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.deb'))) {
      const unpacking = run('dpkg-deb', ['--extract', name, '.'], folder);
      if (unpacking.status !== 0) throw new SetupError(`${unpacking.stderr}\n${name} could not be unpacked.`);
      rmSync(join(folder, name));
    }
  });
};

/** The programs that write real configuration for the tests. On a Mac they would write into its real keychain. */
export const installRealPrograms = () => {
  if (process.platform !== 'linux') return;
  installDebianPackages(packagesOfRealPrograms);
  installNpmPrograms();
  unpackDebianPrograms();
};
