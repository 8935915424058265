import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { patience } from '../vitest/patience';

export interface ProgramRun {
  readonly exitCode: number | null;
  /** What it printed on both streams, in the order of arrival. */
  readonly output: string;
}

export interface ProgramOptions {
  /** The whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  /** What it is given to read, at once. */
  readonly input?: string;
  /** The Unix socket that whatever the program sends to `relayPort` on 127.0.0.1 arrives at. */
  readonly socketPath: string;
  /** Sees all that was printed whenever there is more, and then ends the program's input or not. */
  converse?(output: string, input: Writable): void;
}

/** In the program's own network namespace, so that no other run has it. */
export const relayPort = 5000;

const limitMs = patience(45_000);
const launcher = fileURLToPath(new URL('network-of-its-own.mjs', import.meta.url));
const marker = 'LATCHKEY_PROGRAM_RUN';

/** Runs a program that reaches no network, to its end or that of its time, and ends whatever it has started. */
export const runProgram = (
  [file = '', ...words]: readonly string[],
  { environment, folder, input = '', socketPath, converse }: ProgramOptions,
): Promise<ProgramRun> => {
  const id = randomUUID();
  const launch = [
    '--map-root-user',
    '--net',
    process.execPath,
    launcher,
    socketPath,
    String(relayPort),
    file,
    ...words,
  ];
  const child = spawn('unshare', launch, { cwd: folder, env: { ...environment, [marker]: id }, detached: true });
  let output = '';
  const onData = (data: Buffer) => {
    output += data.toString('utf8');
    converse?.(output, child.stdin);
  };
  child.stdout.on('data', onData);
  child.stderr.on('data', onData);
  child.stdin.on('error', () => undefined);
  child.stdin.write(input);
  if (!converse) child.stdin.end();
  const overdue = setTimeout(() => endProcessesOf(id), limitMs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode) => {
      clearTimeout(overdue);
      endProcessesOf(id);
      child.once('close', () => resolve({ exitCode, output }));
    });
  });
};

/** Also those that have left the process group, by the variable that all of them inherit. */
const endProcessesOf = (id: string): void => {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${marker}=${id}`))
        process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended, or it is not ours.
    }
  }
};
