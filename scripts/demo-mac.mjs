import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { giveToElectronUser } from './electron-path.mjs';
import { projectFolder } from './project-folder.mjs';

/** @typedef {{ root: string, environment: Record<string, string>, dispose: () => void }} DemoMac */

const scenario = join(projectFolder, 'test/simulator/scenarios/demo.json');

/**
 * Makes a simulated Mac with something to see, in a temporary folder.
 * @param {{ nodeExecutable: string, simulatorTool: string }} runners what its tools are run by
 * @returns {DemoMac} `environment`: complete, of a process in its desktop session
 */
export const createDemoMac = ({ nodeExecutable, simulatorTool }) => {
  const created = spawnSync(nodeExecutable, [simulatorTool, 'create', '--scenario', scenario], { encoding: 'utf8' });
  if (created.status !== 0) throw new Error(`The simulated Mac could not be made: ${created.stderr}`);
  const { root, environment } = JSON.parse(created.stdout);
  lendDisplayAuthority(root, environment);
  giveToElectronUser(root);
  return { root, environment, dispose: () => rmSync(root, { recursive: true, force: true }) };
};

/**
 * The display's password file is its owner's alone; Electron's user gets a copy that goes with the simulated Mac.
 * @param {string} root
 * @param {Record<string, string>} environment
 */
const lendDisplayAuthority = (root, environment) => {
  const authority = process.env.XAUTHORITY ?? join(homedir(), '.Xauthority');
  if (!environment.DISPLAY || !existsSync(authority)) return;
  environment.XAUTHORITY = join(root, 'private', 'display-authority');
  copyFileSync(authority, environment.XAUTHORITY);
};
