import type { TestProject } from 'vitest/node';
import { type BuildTarget, build } from '../../scripts/build.mjs';
import { prepareRunnableApp } from '../../scripts/runnable-app.mjs';

/** What each vitest project runs of `dist/`; a project that is not named here runs sources only. */
const neededBy: Readonly<Record<string, readonly BuildTarget[]>> = {
  // Of the shell's tests, the command line's socket asks the stand-in for libSystem who is at the other end.
  unit: ['simulator', 'parse-worker', 'formats'],
  simulator: ['simulator'],
  alone: ['simulator', 'cli', 'parse-worker', 'formats', 'diagnosis'],
  system: ['simulator', 'parse-worker', 'formats'],
  'hold-crash': ['simulator', 'hold-crash', 'parse-worker', 'formats'],
  contract: ['simulator'],
  cli: ['simulator', 'cli', 'parse-worker', 'formats', 'diagnosis', 'command-link'],
  'packaged-command': ['simulator', 'cli', 'parse-worker', 'formats', 'diagnosis', 'command-link'],
  'shell-helper': ['simulator'],
  'real-programs': ['simulator', 'parse-worker', 'formats'],
  browser: ['renderer'],
  e2e: ['simulator', 'cli', 'main', 'preload', 'renderer', 'parse-worker', 'formats', 'diagnosis', 'command-link'],
};

/** vitest's global setup: builds what the project's tests start, unless it is fresh already. */
export default async function buildFirst(project: TestProject): Promise<void> {
  await build(neededBy[project.name] ?? []);
  if (project.name === 'packaged-command') await prepareRunnableApp();
}
