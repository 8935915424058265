// The Electron that `npm start` and the end-to-end tests run, and how they run it.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fallbackElectron } from './electron-fallback.mjs';
import { stageForUser } from './electron-stage.mjs';
import { projectFolder } from './project-folder.mjs';
import { officialElectron, wantedElectronVersion } from './setup-electron.mjs';

/** Chromium refuses its sandbox to root, so root runs Electron as this user, which owns nothing. */
const unprivilegedUser = { name: 'nobody', uid: 65534, gid: 65534 };

const isRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

/**
 * The Electron that is installed here.
 * @returns {{ executable: string, version: string, isStandIn: boolean }} `isStandIn`: not the version that is shipped
 */
export const installedElectron = () => {
  const official = officialElectron();
  if (official) return { executable: official, version: wantedElectronVersion(), isStandIn: false };
  const fallback = fallbackElectron();
  if (!fallback) throw new Error('Electron is not installed; `npm test` and `npm start` install it.');
  return { ...fallback, isStandIn: true };
};

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * Makes Electron ready to run with Chromium's real sandbox, also for root, from a checkout that others cannot read too.
 * @returns {{ executablePath: string, appFolder: string, simulatorTool: string, nodeExecutable: string,
 *   asItsUser: string[], dispose: () => void }}
 *   `executablePath` takes Electron's arguments (Playwright's `executablePath`); `appFolder` is the app to give it. The
 *   next two are what a simulated Mac's tools must use, so that the unprivileged user can run them. `asItsUser` goes before a
 *   command that is to run as Electron's user.
 */
export const prepareElectron = () => {
  const electron = installedElectron().executable;
  const inPlace = { appFolder: projectFolder, simulatorTool: join(projectFolder, 'dist/simulator/tool.cjs') };
  if (!isRoot()) {
    return {
      executablePath: electron,
      ...inPlace,
      nodeExecutable: process.execPath,
      asItsUser: [],
      dispose: () => undefined,
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-electron-'));
  chmodSync(folder, 0o755);
  const staged = canRead([electron, join(projectFolder, 'package.json'), process.execPath])
    ? { electron, nodeExecutable: process.execPath, ...inPlace }
    : stageForUser(electron, folder);
  const executablePath = join(folder, 'electron');
  const { uid, gid } = unprivilegedUser;
  const asItsUser = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=-all', '--'];
  writeFileSync(executablePath, `#!/bin/sh\nexec ${asItsUser.join(' ')} ${quoted(staged.electron)} "$@"\n`);
  chmodSync(executablePath, 0o755);
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  const { appFolder, simulatorTool, nodeExecutable } = staged;
  return { executablePath, appFolder, simulatorTool, nodeExecutable, asItsUser, dispose };
};

/** @param {readonly string[]} files */
const canRead = (files) => {
  const { uid, gid } = unprivilegedUser;
  const check = files.map((file) => `test -r ${quoted(file)}`).join(' && ');
  const run = spawnSync('setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--', 'sh', '-c', check]);
  return run.status === 0;
};

/**
 * Gives a folder and all below it to the user that Electron runs as; does nothing where that is oneself.
 * @param {string} folder
 */
export const giveToElectronUser = (folder) => {
  if (!isRoot() || !existsSync(folder)) return;
  const { uid, gid } = unprivilegedUser;
  chownSync(folder, uid, gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath ?? entry.path, entry.name), uid, gid);
  }
};
