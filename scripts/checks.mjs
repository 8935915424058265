import { join } from 'node:path';
import { boundedRun } from './bounded-run.mjs';
import { projectFolder } from './project-folder.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ readonly name: string, readonly file: string, readonly values: readonly string[] }} Check */

/** @param {string} name */
export const tool = (name) => join(projectFolder, 'node_modules', '.bin', name);

/** What reads the sources and runs none of them: `npm run check` is these. Biome looks at lint and format. @type {readonly Check[]} */
export const quickChecks = [
  { name: 'types', file: tool('tsc'), values: ['--build'] },
  { name: 'lint', file: tool('biome'), values: ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=50'] },
  { name: 'dead code', file: tool('knip'), values: ['--no-progress'] },
];

/** What `npm test` begins with. @type {readonly Check[]} */
export const allChecks = [
  ...quickChecks,
  { name: 'lockfile', file: process.execPath, values: ['scripts/check-lockfile.mjs'] },
  { name: 'build', file: process.execPath, values: ['scripts/build.mjs'] },
];

const checkTimeoutMs = 5 * 60_000;

/** Colours are for a terminal. */
export const checkEnvironment = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };

/**
 * Runs them one after the other; each counts as one test.
 * @param {readonly Check[]} checks
 * @returns {Promise<Tally>}
 */
export const runChecks = async (checks) => {
  /** @type {Tally} */
  const tally = { passed: 0, failed: [], passedAtSecondTry: [], skipped: [] };
  for (const { name, file, values } of checks) {
    const startedAt = performance.now();
    const options = { cwd: projectFolder, timeoutMs: checkTimeoutMs, environment: checkEnvironment };
    const { succeeded, problem } = await boundedRun(file, [...values], options);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(succeeded ? `✓ ${name} (${seconds} s)` : `✗ ${name}: ${problem}`);
    if (succeeded) tally.passed += 1;
    else tally.failed.push(name);
  }
  return tally;
};
