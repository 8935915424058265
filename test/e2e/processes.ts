import { execFileSync } from 'node:child_process';

/** The command lines of a process's living children that contain this text. */
export const childrenNaming = (parentId: number | undefined, text: string): readonly string[] =>
  execFileSync('/bin/ps', ['-eo', 'ppid=,stat=,command='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([parent, state]) => Number(parent) === parentId && !state?.startsWith('Z'))
    .map(([, , ...command]) => command.join(' '))
    .filter((command) => command.includes(text));
