import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SimulatedMac } from '../simulator/simulated-mac';

const program = fileURLToPath(new URL('../../dist/hold-crash/program.cjs', import.meta.url));

/** When to kill it: at a step that it counts itself, or so long after it is ready, or never. */
export type Death = { readonly atStep: number } | { readonly afterMs: number } | null;

export interface Life {
  /** null when it was killed. */
  readonly exitCode: number | null;
  /** The steps that it reached, in order, each with what it was. */
  readonly steps: readonly string[];
  readonly said: readonly string[];
  /** From ready to its end. */
  readonly lastedMs: number;
}

/** Runs the program on a simulated Mac until it ends, or is killed with SIGKILL. */
export const live = (
  mac: SimulatedMac,
  mode: 'hold' | 'recover',
  keychainPaths: readonly string[],
  death: Death,
): Promise<Life> =>
  new Promise((resolve, reject) => {
    const step = death !== null && 'atStep' in death ? death.atStep : 0;
    const child = spawn(process.execPath, [program, mode, String(step), ...keychainPaths], {
      env: mac.environment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    let readyAtMs = Number.NaN;
    child.stdout.setEncoding('utf8').on('data', (some: string) => {
      text += some;
      if (!Number.isNaN(readyAtMs) || !text.includes('ready\n')) return;
      readyAtMs = performance.now();
      if (death !== null && 'afterMs' in death) killAfter(child, death.afterMs);
    });
    child.on('error', reject);
    child.on('close', (exitCode) => {
      const said = text.split('\n').filter((line) => line !== '');
      const steps = said.filter((line) => line.startsWith('step '));
      resolve({ exitCode, steps, said, lastedMs: performance.now() - readyAtMs });
    });
  });

const killAfter = (child: ChildProcess, delayMs: number): void => {
  const timer = setTimeout(() => child.kill('SIGKILL'), delayMs);
  child.on('exit', () => clearTimeout(timer));
};
