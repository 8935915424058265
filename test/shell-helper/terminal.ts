import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../project-files';
import { patience } from '../vitest/patience';

/** A shell in a terminal of its own. */
export interface Terminal {
  /** Types a line and Return. */
  type(line: string): void;
  /** Everything that was printed so far, echoes of what was typed included. */
  output(): string;
  /** Resolves when the output has this often what is looked for; rejects with the output after 15 s. */
  waitFor(text: string, times?: number): Promise<void>;
  /** Types `exit`, or another line that ends the shell, and waits for the end. */
  leave(farewell?: string): Promise<void>;
  /** Hangs up, as a lost connection does. */
  hangUp(): Promise<void>;
}

const patienceMs = patience(15_000);

/** Compiled by `scripts/build.mjs`: the `script` of each system has other options. */
export const inTerminal = join(projectFolder, 'dist/simulator/in-terminal');

/** @param command the shell and its arguments */
export const openTerminal = (
  command: readonly string[],
  environment: Record<string, string>,
  cwd: string,
): Terminal => {
  const child = spawn(inTerminal, command, {
    env: { ...environment, SHELL: '/bin/sh', TERM: 'dumb' },
    cwd,
  });
  const output = collect(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    type: (line) => child.stdin.write(`${line}\r`),
    output,
    waitFor: (text, times = 1) =>
      eventually(
        () => countOf(output(), text) >= times,
        () => `"${text}" in: ${output()}`,
      ),
    leave: async (farewell = 'exit') => {
      child.stdin.write(`${farewell}\r`);
      await ended;
    },
    hangUp: async () => {
      // The terminal is gone at once, and the kernel says so to the shell.
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const collect = (child: ChildProcessWithoutNullStreams): (() => string) => {
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return () => text;
};

export const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** Looks again and again until something holds. @throws Error that says what did not come about */
export const eventually = async (holds: () => boolean, describe: () => string): Promise<void> => {
  const givesUpAt = Date.now() + patienceMs;
  while (!holds()) {
    if (Date.now() > givesUpAt) throw new Error(`Within ${patienceMs / 1000} s there was no ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
