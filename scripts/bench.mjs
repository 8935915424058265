// `npm run bench [-- NAME …]`: what looking costs, in figures and ratios of one run. Never part of `npm test`: a busy machine is no bug.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { projectFolder } from './project-folder.mjs';

await build();
const run = spawnSync(
  process.execPath,
  ['--expose-gc', join(projectFolder, 'test/bench/run.mjs'), ...process.argv.slice(2)],
  {
    cwd: projectFolder,
    stdio: 'inherit',
  },
);
process.exit(run.status ?? 1);
