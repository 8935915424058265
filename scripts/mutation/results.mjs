import { readFileSync } from 'node:fs';

/**
 * A line of the results. `begun` without an end is a mutant with which a test hangs.
 * @typedef {{ kind: 'worker', pid: number }
 *   | { kind: 'wrong-unbroken' | 'done', file: string }
 *   | { kind: 'begun' | 'killed' | 'survived', file: string, mutant: string }} MutationResult
 */

/** @param {string} path @returns {readonly MutationResult[]} */
export const readResults = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
