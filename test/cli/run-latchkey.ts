import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Snapshot } from '../../electron/core/words/snapshot';
import { projectFolder } from '../project-files';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { readAnswer } from './answer-schema';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningLatchkey {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  stdout(): string;
  /** What it has told so far. */
  stderr(): string;
}

const packagedCommand = process.env.LATCHKEY_PACKAGED_COMMAND;

/** The built command line in plain Node, or the command of the packaged app where that is what is tried. */
export const latchkeyCommand: readonly [string, ...string[]] = packagedCommand
  ? [packagedCommand]
  : [process.execPath, join(projectFolder, 'dist/cli/latchkey.cjs')];

/**
 * Starts the command line in a session of a simulated Mac, as its users do.
 *
 * @param input what is piped into it; without, there is no standard input.
 */
export const startLatchkey = (
  mac: Pick<SimulatedMac, 'environment'>,
  words: readonly string[],
  sessionId?: string,
  input?: string,
): RunningLatchkey => {
  const [program, ...before] = latchkeyCommand;
  const child = spawn(program, [...before, ...words], {
    env: mac.environment(sessionId),
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  // It may have enough before all of it is written.
  child.stdin?.on('error', () => {}).end(input);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  return { child, ended, stdout: () => stdout, stderr: () => stderr };
};

export const runLatchkey = (
  mac: Pick<SimulatedMac, 'environment'>,
  words: readonly string[],
  sessionId?: string,
  input?: string,
): Promise<Ended> => startLatchkey(mac, words, sessionId, input).ended;

/** `latchkey status --json`, parsed, with its exit code. */
export const readStatus = async (
  mac: SimulatedMac,
  sessionId?: string,
): Promise<Snapshot & { readonly exitCode: number | null }> => {
  const { code, stdout, stderr } = await runLatchkey(mac, ['status', '--json'], sessionId);
  if (stdout === '') throw new Error(`latchkey printed nothing and ended with ${code}: ${stderr}`);
  return { ...readAnswer('status', stdout), exitCode: code };
};
