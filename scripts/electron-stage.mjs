import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { projectFolder } from './project-folder.mjs';

/** What the app is made of at run time, and what its tests load into it; the rest of the checkout is not copied. */
const parts = [
  ...['package.json', 'dist', 'assets', 'test/e2e', 'test/bench/apps'],
  ...['node_modules/koffi', 'node_modules/@koromix', 'node_modules/keytar'],
];

/**
 * @param {string} from
 * @param {string} to
 */
const copy = (from, to) => {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, force: true });
};

/**
 * Copies the app, Electron and this Node into a folder that every user can read, for a checkout inside a folder that
 * only its owner can enter (a home folder, a private temporary one).
 * @param {string} electronExecutable
 * @param {string} stage an empty folder that others can read
 * @returns {{ electron: string, appFolder: string, simulatorTool: string, nodeExecutable: string }}
 */
export const stageForUser = (electronExecutable, stage) => {
  const appFolder = join(stage, 'app');
  for (const part of parts) {
    if (existsSync(join(projectFolder, part))) copy(join(projectFolder, part), join(appFolder, part));
  }
  const electronFolder = join(stage, 'runtime');
  copy(dirname(electronExecutable), electronFolder);
  const nodeExecutable = join(stage, 'node');
  copy(process.execPath, nodeExecutable);
  const electron = join(electronFolder, basename(electronExecutable));
  return { electron, appFolder, simulatorTool: join(appFolder, 'dist/simulator/tool.cjs'), nodeExecutable };
};
