import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.mjs';
import { SetupError } from './setup-error.mjs';

/** Lies inside node_modules, which `npm ci` empties first: an interrupted install has none. */
const stamp = join(projectFolder, 'node_modules', '.latchkey-installed');

/** What has to be installed: the lockfile's contents, for this platform. */
const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(projectFolder, 'package-lock.json')))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');

/** Runs `npm ci` when node_modules is absent, unfinished or of another lockfile. No package's install script is run. */
export const installNodeModules = () => {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return;
  console.log("Installing the project's npm packages (npm ci)");
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: projectFolder,
    encoding: 'utf8',
    timeout: 15 * 60_000,
  });
  if (run.status !== 0) {
    throw new SetupError(
      `${run.stderr ?? ''}\n\`npm ci\` failed (${run.error?.message ?? `exit code ${run.status}`}).`,
    );
  }
  writeFileSync(stamp, wanted());
};
