import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { AppState } from '../../electron/contract/app-state';
import type { Bridge } from '../../electron/contract/bridge';
import { isBusy } from '../../electron/contract/busy';
import { defaultPreferences, formatPreferences } from '../../electron/core/preferences/preferences';
import type { TrayModel } from '../../electron/core/state/tray-model';
import type { Snapshot } from '../../electron/core/words/snapshot';
import { giveToElectronUser, prepareElectron } from '../../scripts/electron-path.mjs';
import type { Scenario } from '../simulator/parsing/scenario';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { patience } from '../vitest/patience';
import { chooseInTrayMenu, clickTray, readTray, readTrayMenu } from './tray';
import { until } from './until';

declare global {
  interface Window {
    /** Put there by the preload script; for what a test runs inside the page. */
    readonly latchkey: Bridge;
  }
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface LatchkeyApp {
  readonly mac: SimulatedMac;
  readonly electron: ElectronApplication;
  /** Starts the app another time, and resolves when that second process has ended. */
  launchAgain(): Promise<void>;
  /** Opens the popover as macOS does when the app is opened again, and waits until its page shows something. */
  openPopover(): Promise<Page>;
  /** Chooses Settings… in the menu and waits for its window. */
  openSettings(): Promise<Page>;
  /** What the page is told. */
  state(): Promise<AppState>;
  /** What a user sees in the menu bar. */
  tray(): Promise<TrayModel>;
  clickTray(): Promise<void>;
  /** Right click, then this item, or this menu of its own and an item of that. */
  chooseInTrayMenu(...path: readonly string[]): Promise<void>;
  trayMenu(): Promise<readonly string[]>;
  /** Runs the command line as the app's user does. */
  commandLine(words: readonly string[]): Promise<Ended>;
  /** Runs Node as the app's user, with these words. */
  runAsItsUser(...words: readonly string[]): Promise<Ended>;
  /** Says one request to the command line's socket, as a process of the app's user, and resolves with the answer's line. */
  askSocket(verb: string, payload: unknown): Promise<unknown>;
  /** What the command line says at this moment. */
  status(): Promise<Snapshot>;
  /** What the app has written to stderr, without Chromium's own lines. */
  log(): string;
  /** Ends the app; its simulated Mac stays until `close`. */
  quit(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Files beside this one that Electron loads before the app. */
  readonly preloads?: readonly string[];
  /** Puts files into the home folder before the start. */
  readonly prepareHome?: (home: string) => void;
  /** Nobody has put the card of the first start away. Default: somebody has. */
  readonly isFirstStart?: boolean;
  /** On top of the simulated Mac's own. */
  readonly environment?: Readonly<Record<string, string>>;
}

const startTimeoutMs = patience(30_000);
/** Whoever is refused a million times is told of it a million times. */
const mostLogCharacters = 1_000_000;

/** Prints the first line of the answer. */
const askInOneLine = `const [, path, line] = process.argv;
const socket = require('node:net').connect(path, () => socket.write(line));
require('node:readline').createInterface(socket).once('line', (answer) => { console.log(answer); socket.destroy(); });`;

const welcome = (home: string): void => {
  const folder = join(home, 'Library/Application Support/Latchkey');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const text = formatPreferences({ ...defaultPreferences, isWelcomed: true });
  writeFileSync(join(folder, 'settings.json'), text, { mode: 0o600 });
};

/** Starts the built app in the real Electron, in its real sandbox, on a simulated Mac of its own. */
export const launchLatchkey = async (scenario: Scenario, options: LaunchOptions = {}): Promise<LatchkeyApp> => {
  const { executablePath, appFolder, simulatorTool, nodeExecutable, asItsUser, dispose } = prepareElectron();
  const mac = await createSimulatedMac(scenario, { simulatorTool, nodeExecutable });
  const environment: Record<string, string> = {
    ...{ ...mac.environment(), DISPLAY: process.env.DISPLAY ?? '' },
    ...options.environment,
  };
  if (!options.isFirstStart) welcome(environment.HOME ?? '');
  options.prepareHome?.(environment.HOME ?? '');
  giveToElectronUser(mac.root);
  const preloads = ['tray-recorder.cjs', ...(options.preloads ?? [])].map((file) => join(appFolder, 'test/e2e', file));
  const electron = await _electron.launch({
    executablePath,
    chromiumSandbox: true,
    // Not Playwright's own idea of light or dark: the app follows the system.
    colorScheme: null,
    args: [...preloads.flatMap((file) => ['-r', file]), appFolder],
    env: environment,
    timeout: startTimeoutMs,
  });
  electron.context().setDefaultTimeout(startTimeoutMs);
  let stderr = '';
  electron.process().stderr?.on('data', (data: Buffer) => {
    stderr = (stderr + data.toString()).slice(-mostLogCharacters);
  });
  const runNode = (...words: readonly string[]): Promise<Ended> => {
    const [command = '', ...args] = [...asItsUser, nodeExecutable, ...words];
    return promisify(execFile)(command, args, { env: mac.environment() }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: Ended) => ({ code, stdout, stderr }),
    );
  };
  const page = async (): Promise<Page> => electron.windows()[0] ?? electron.waitForEvent('window');

  return {
    mac,
    electron,
    launchAgain: async () => {
      await promisify(execFile)(executablePath, [appFolder], { env: environment, timeout: startTimeoutMs });
    },
    openPopover: async () => {
      const opened = page();
      // False until the app listens.
      const activate = () => electron.evaluate(({ app }) => app.emit('activate'));
      await until(activate, startTimeoutMs);
      await (await opened).getByRole('heading', { level: 1 }).waitFor({ timeout: startTimeoutMs });
      return opened;
    },
    openSettings: async () => {
      await chooseInTrayMenu(electron, ['Settings…']);
      const isSettings = (window: Page): boolean => window.url().endsWith('?window=settings');
      // The popover's window is made behind the scenes at any moment: the next one need not be this.
      const settings = await until(() => electron.windows().find(isSettings), startTimeoutMs);
      await settings.getByRole('heading', { name: 'Settings' }).waitFor({ timeout: startTimeoutMs });
      return settings;
    },
    state: async () => {
      const reply = await (await page()).evaluate(() => window.latchkey.state.get());
      if (isBusy(reply)) throw new Error(reply.reason);
      return reply;
    },
    tray: () => readTray(electron, join(appFolder, 'assets/tray')),
    clickTray: () => clickTray(electron),
    chooseInTrayMenu: (...path) => chooseInTrayMenu(electron, path),
    trayMenu: () => readTrayMenu(electron),
    runAsItsUser: runNode,
    commandLine: (words) => runNode(join(appFolder, 'dist/cli/latchkey.cjs'), ...words),
    askSocket: async (verb, payload) => {
      const path = join(environment.HOME ?? '', 'Library/Application Support/Latchkey/latchkey.sock');
      const line = `${JSON.stringify({ id: 1, verb, payload })}\n`;
      const { stdout } = await runNode('-e', askInOneLine, path, line);
      return JSON.parse(stdout);
    },
    status: async () => {
      const commandLine = join(appFolder, 'dist/cli/latchkey.cjs');
      const run = promisify(execFile)(process.execPath, [commandLine, 'status', '--json'], { env: mac.environment() });
      // Exit codes 1 and 2 are warnings, not failures.
      const { stdout } = await run.catch((error: { stdout: string }) => error);
      return JSON.parse(stdout) as Snapshot;
    },
    log: () =>
      stderr
        .split('\n')
        .filter((line) => line.startsWith('latchkey:'))
        .join('\n'),
    quit: () => electron.close(),
    close: async () => {
      await electron.close();
      await mac.dispose();
      dispose();
    },
  };
};
