import { execFileSync } from 'node:child_process';

/**
 * The processes that work for a simulated Mac: its tools run with its folder in their command line.
 *
 * @param root the simulated Mac's folder
 */
export const processesThatBelongTo = (root: string): readonly string[] =>
  execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(root));
