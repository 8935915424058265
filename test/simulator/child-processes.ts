import { spawnSync } from 'node:child_process';

const ps = (...words: readonly string[]): string => spawnSync('ps', words, { encoding: 'utf8' }).stdout;

/** The process numbers of a process's children whose command line holds this text. */
export const childrenOf = (parentId: number | undefined, text: string): readonly number[] =>
  ps('-axww', '-o', 'pid=,ppid=,command=')
    .split('\n')
    .filter((line) => line.includes(text) && Number(line.trim().split(/\s+/)[1]) === parentId)
    .map((line) => Number.parseInt(line, 10));

/** One that has ended and that nobody has asked about yet (Z) is not alive. */
export const isAlive = (pid: number): boolean => /^[^Z]/.test(ps('-o', 'stat=', '-p', String(pid)).trim());
