import type { TestProject } from 'vitest/node';
import { type BuildTarget, build } from '../../scripts/build.mjs';

/** What each vitest project runs of `dist/`; a project that is not named here runs sources only. */
const neededBy: Readonly<Record<string, readonly BuildTarget[]>> = {
  // Of the shell's tests, the command line's socket asks the stand-in for libSystem who is at the other end.
  unit: ['simulator'],
  simulator: ['simulator'],
  system: ['simulator'],
  'hold-crash': ['simulator', 'hold-crash'],
  contract: ['simulator'],
  cli: ['simulator', 'cli'],
  'shell-helper': ['simulator'],
  'real-programs': ['simulator'],
  browser: ['renderer'],
  e2e: ['simulator', 'cli', 'main', 'preload', 'renderer'],
};

/** vitest's global setup: builds what the project's tests start, unless it is fresh already. */
export default async function buildFirst(project: TestProject): Promise<void> {
  await build(neededBy[project.name] ?? []);
}
