// `node scripts/draw-pictures.mjs`: makes the README's pictures anew from the real page (test/browser/readme-pictures.test.ts).
// Look at them before they are kept.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from './project-folder.mjs';

const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs');
const run = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'browser', 'test/browser/readme-pictures.test.ts'],
  {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, LATCHKEY_DRAW_PICTURES: '1' },
  },
);
process.exit(run.status ?? 1);
