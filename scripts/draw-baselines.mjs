// `node scripts/draw-baselines.mjs`: makes the pictures anew that test/browser/baselines.test.ts compares with. Look at them
// before they are kept: `git diff --stat test/browser/baselines`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './project-folder.mjs';

const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'browser', 'test/browser/baselines.test.ts'], {
  cwd: projectFolder,
  stdio: 'inherit',
  env: { ...process.env, LATCHKEY_DRAW_BASELINES: '1' },
});
process.exit(run.status ?? 1);
