import { readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: string[], passedAtSecondTry: string[], skipped: { name: string, reason: string }[] }} Tally
 * @typedef {Tally & { isComplete: boolean, running: string[] }} WrittenTally what the reporter has written so far
 */

/**
 * What a run of vitest has come to. Of one that was ended before its end: what had failed by then, and what was running.
 * @param {string} file as test/vitest/tally-reporter.ts writes it
 * @param {string} problem why vitest ended; empty when it succeeded
 * @returns {Tally}
 */
export const tallyOf = (file, problem) => {
  const written = readTally(file);
  if (written === null)
    return { passed: 0, failed: [`vitest wrote no results: ${problem}`], passedAtSecondTry: [], skipped: [] };
  const { passed, failed, passedAtSecondTry, skipped, isComplete, running } = written;
  const isExplained = isComplete && (problem === '' || failed.length > 0);
  return {
    passed,
    failed: [
      ...failed,
      ...(isComplete ? [] : running.map((name) => `${name}: was running when the run was ended`)),
      ...(isExplained ? [] : [`vitest: ${problem || 'it ended before its end'}`]),
    ],
    passedAtSecondTry,
    skipped,
  };
};

/**
 * @param {string} file
 * @returns {WrittenTally | null}
 */
const readTally = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};
