// `npm test`: installs what is missing, then runs every check and every test, and ends with one line that counts them.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { boundedRun } from './bounded-run.mjs';
import { allChecks, checkEnvironment, runChecks, tool } from './checks.mjs';
import { projectFolder } from './project-folder.mjs';
import { setUp } from './setup.mjs';
import { tallyOf } from './tally.mjs';
import { yardstickMs } from './yardstick.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

const testsTimeoutMs = 80 * 60_000;

/**
 * @param {number} yardstick
 * @returns {Promise<Tally>}
 */
const runTests = async (yardstick) => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-tally-'));
  const tallyFile = join(folder, 'tally.json');
  try {
    const reporters = ['--reporter=default', '--reporter=test/vitest/tally-reporter.ts'];
    const { problem } = await boundedRun(tool('vitest'), ['run', ...reporters], {
      cwd: projectFolder,
      timeoutMs: testsTimeoutMs,
      environment: { ...checkEnvironment, LATCHKEY_TALLY_FILE: tallyFile, LATCHKEY_YARDSTICK_MS: String(yardstick) },
    });
    return tallyOf(tallyFile, problem);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (!(await setUp({ purpose: 'test' }))) process.exit(1);
const startedAt = performance.now();
const yardstick = yardstickMs();
const [first, second] = [await runChecks(allChecks), await runTests(yardstick)];
const failed = [...first.failed, ...second.failed];
const skipped = [...first.skipped, ...second.skipped];
for (const { name, reason } of skipped) console.log(`skipped: ${name}: ${reason}`);
for (const name of second.passedAtSecondTry) console.log(`passed at the second try only: ${name}`);
for (const name of failed) console.log(`failed: ${name}`);
const seconds = Math.round((performance.now() - startedAt) / 1000);
const took = `${Math.floor(seconds / 60)} min ${seconds % 60} s after set-up`;
console.log(
  `${took}, on ${availableParallelism()} processors (nproc), \`node -e 0\` took ${yardstick} ms at the start`,
);
console.log(`${first.passed + second.passed} passed, ${failed.length} failed, ${skipped.length} skipped`);
process.exit(failed.length === 0 ? 0 : 1);
