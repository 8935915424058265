import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { giveToElectronUser, prepareElectron } from '../../../scripts/electron-path.mjs';
import { startVirtualDisplay } from '../../../scripts/virtual-display.mjs';
import { projectFolder } from '../../project-files';
import type { Scenario } from '../../simulator/parsing/scenario';
import { createSimulatedMac } from '../../simulator/simulated-mac';

/** What an app has told of itself through marks.cjs, in the order of time. */
export interface Mark {
  readonly what: 'main' | 'ready' | 'tray' | 'child';
  readonly value: string;
  /** Since just before its process was made. */
  readonly afterMs: number;
}

export interface RunningApp {
  readonly pid: number;
  readonly marks: readonly Mark[];
  clickIcon(): void;
  /** Ends it, and resolves when it has ended. */
  quit(): Promise<void>;
}

export const appNames = ['bare tray', 'bare window', 'Latchkey'] as const;
export type AppName = (typeof appNames)[number];

export interface Apps {
  start(name: AppName): RunningApp;
  dispose(): Promise<void>;
}

const diesAfterMs = 5_000;

/**
 * The three apps in the same Electron, each in its real sandbox and with a home of its own that it keeps from start to start;
 * Latchkey on a simulated Mac, whose model lives in this process.
 */
export const prepareApps = async (): Promise<Apps> => {
  const display = process.env.DISPLAY ? null : await startVirtualDisplay();
  const { executablePath, appFolder, simulatorTool, nodeExecutable, dispose } = prepareElectron();
  const scenario: Scenario = JSON.parse(
    readFileSync(join(projectFolder, 'test/simulator/scenarios/demo.json'), 'utf8'),
  );
  const mac = await createSimulatedMac(scenario, { simulatorTool, nodeExecutable });
  giveToElectronUser(mac.root);
  const homes = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
  chmodSync(homes, 0o755);
  const environmentOf = (name: AppName): Record<string, string> => {
    const own = { DISPLAY: display?.display ?? process.env.DISPLAY ?? '' };
    if (name === 'Latchkey') return { ...mac.environment(), ...own };
    const home = join(homes, name.replace(' ', '-'));
    mkdirSync(home, { recursive: true });
    giveToElectronUser(home);
    return { PATH: process.env.PATH ?? '', HOME: home, TMPDIR: home, ...own };
  };
  const folderOf = (name: AppName): string =>
    name === 'Latchkey' ? appFolder : join(appFolder, 'test/bench/apps', name.replace(' ', '-'));
  return {
    start(name) {
      const marks: Mark[] = [];
      const environment = environmentOf(name);
      const startedAt = performance.timeOrigin + performance.now();
      const child = spawn(executablePath, ['-r', join(appFolder, 'test/bench/apps/marks.cjs'), folderOf(name)], {
        env: environment,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      takeMarks(child, (mark) => marks.push({ ...mark, afterMs: mark.atMs - startedAt }));
      const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
      return {
        pid: child.pid ?? 0,
        marks,
        clickIcon: () => {
          child.kill('SIGUSR2');
        },
        quit: async () => {
          child.kill('SIGTERM');
          await Promise.race([ended, wait(diesAfterMs).then(() => child.kill('SIGKILL'))]);
          await ended;
        },
      };
    },
    async dispose() {
      await mac.dispose();
      display?.stop();
      rmSync(homes, { recursive: true, force: true });
      dispose();
    },
  };
};

const prefix = 'latchkey-bench ';

const takeMarks = (child: ChildProcess, take: (mark: Mark & { readonly atMs: number }) => void): void => {
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (data: string) => {
    const lines = (rest + data).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith(prefix)) take(JSON.parse(line.slice(prefix.length)));
  });
};
