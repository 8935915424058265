// `npm test`: installs what is missing, then runs every check and every test, and ends with one line that counts them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundedRun } from './bounded-run.mjs';
import { projectFolder } from './project-folder.mjs';
import { setUp } from './setup.mjs';

/** @typedef {{ passed: number, failed: string[], skipped: { name: string, reason: string }[] }} Tally */

/** @param {string} name */
const tool = (name) => join(projectFolder, 'node_modules', '.bin', name);

/** Each counts as one test. */
const checks = [
  { name: 'types', file: tool('tsc'), values: ['--build'] },
  { name: 'lint', file: tool('biome'), values: ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=50'] },
  { name: 'dead code', file: tool('knip'), values: ['--no-progress'] },
  { name: 'lockfile', file: process.execPath, values: ['scripts/check-lockfile.mjs'] },
  { name: 'build', file: process.execPath, values: ['scripts/build.mjs'] },
];
/** Colours are for a terminal. */
const environment = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };
const checkTimeoutMs = 5 * 60_000;
const testsTimeoutMs = 30 * 60_000;

/** @returns {Promise<Tally>} */
const runChecks = async () => {
  /** @type {Tally} */
  const tally = { passed: 0, failed: [], skipped: [] };
  for (const { name, file, values } of checks) {
    const startedAt = performance.now();
    const options = { cwd: projectFolder, timeoutMs: checkTimeoutMs, environment };
    const { succeeded, problem } = await boundedRun(file, values, options);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(succeeded ? `✓ ${name} (${seconds} s)` : `✗ ${name}: ${problem}`);
    if (succeeded) tally.passed += 1;
    else tally.failed.push(name);
  }
  return tally;
};

/** @returns {Promise<Tally>} */
const runTests = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-tally-'));
  const tallyFile = join(folder, 'tally.json');
  try {
    const reporters = ['--reporter=default', '--reporter=test/vitest/tally-reporter.ts'];
    const { succeeded, problem } = await boundedRun(tool('vitest'), ['run', ...reporters], {
      cwd: projectFolder,
      timeoutMs: testsTimeoutMs,
      environment: { ...environment, LATCHKEY_TALLY_FILE: tallyFile },
    });
    const tally = readTally(tallyFile);
    if (!succeeded && tally.failed.length === 0) tally.failed.push(`vitest: ${problem}`);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * @param {string} file
 * @returns {Tally}
 */
const readTally = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: ['vitest wrote no results'], skipped: [] };
  }
};

if (!(await setUp({ purpose: 'test' }))) process.exit(1);
const [first, second] = [await runChecks(), await runTests()];
const failed = [...first.failed, ...second.failed];
const skipped = [...first.skipped, ...second.skipped];
for (const { name, reason } of skipped) console.log(`skipped: ${name}: ${reason}`);
for (const name of failed) console.log(`failed: ${name}`);
console.log(`${first.passed + second.passed} passed, ${failed.length} failed, ${skipped.length} skipped`);
process.exit(failed.length === 0 ? 0 : 1);
