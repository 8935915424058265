import { spawn } from 'node:child_process';
import { type ToolName, toolPath } from './tool-folders';

export interface ToolRunOptions {
  /** A session's id. Default: the desktop session. */
  readonly session?: string;
  /** What the tool reads from stdin. Default: nothing. */
  readonly input?: string;
  /** Put on top of the session's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface ToolOutcome {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an executable of the simulated Mac in a process group without a terminal, so that nothing reads the developer's. */
export const runSimulatedTool = (
  root: string,
  tool: ToolName,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  options: ToolRunOptions,
): Promise<ToolOutcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(root + toolPath(tool), args, {
      env: { ...environment, ...options.environment },
      detached: true,
      stdio: 'pipe',
    });
    const read = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        read[name] += text;
      });
    }
    child.stdin.on('error', () => undefined); // it ended without reading: its exit code says the rest
    child.stdin.end(options.input ?? '');
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, ...read }));
  });
