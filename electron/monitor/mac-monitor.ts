import type { AppSocket, RunningApp } from '../core/hold/running-app';
import { failure, type Outcome, success } from '../core/outcome';
import type { Removal } from '../core/words/removal';
import { shellEnvironment } from '../system/children/child-environment';
import { endNow } from '../system/children/end-now';
import { hasTerminal, runInTerminal, type TerminalEnd } from '../system/children/terminal-child';
import { typedHere } from '../system/command-line/command-here';
import type { MacDoors } from '../system/doors';
import { replaceChosen } from '../system/files/durable-file';
import { createAppSocket } from '../system/hold/app-socket';
import { createRunningApp } from '../system/hold/running-app';
import { unlockInTerminal } from '../system/keychain/security-tool';
import { createMacHost } from '../system/mac/this-mac';
import { createMacDoors } from '../system/mac-doors';
import { createPreferencesDoor, type PreferencesDoor } from '../system/preferences/preferences-door';
import { createStoredHistory, type StoredHistory } from './history/stored-history';
import { createCredentials } from './look/credentials';
import { type Scheduler, timerScheduler } from './loop/scheduler';
import { createMonitor, type Monitor, type MonitorOptions } from './monitor';
import type { RemovalOptions } from './removal/removal';

/** What a monitor comes with: the history that the app records, or what is to be read of it. */
interface CommandWatch {
  readonly monitor: Monitor;
  readonly history: StoredHistory;
}

export type MacMonitorOptions = MonitorOptions & {
  readonly allowSimulation: boolean;
  readonly shellHelperFolder: string;
  readonly commandFile: string | null;
  readonly shellPath?: string;
};

export type MacMonitor<Watched extends CommandWatch = CommandWatch> = Watched & MacPorts;

interface MacPorts {
  readonly homeFolder: string;
  readonly userName: string;
  /** Where the app listens for the command line. */
  readonly appSocket: AppSocket;
  /** For the command line: the app, where one runs. */
  readonly runningApp: RunningApp;
  /** Milliseconds since 1970, on the simulated Mac by its own clock. */
  now(): number;
  /** The user's choices, as they lie on the disk. */
  readonly preferences: PreferencesDoor;
  /** Writes a text where the user has chosen to, a path on disk, in the place of whatever lies there. */
  saveText(path: string, text: string): Promise<Outcome<void>>;
  /** Takes out what Latchkey has put on this Mac, a hold first. */
  takeOut(options: RemovalOptions): Promise<Removal>;
  /** @returns what erases the support folder, to be called when nothing writes there any more. */
  prepareErasing(): Promise<() => void>;
  /**
   * The version of the newest Latchkey, asked for at github.com; null where this build does not know where it is published.
   * @param signal calls it off
   */
  readonly askForNewestRelease: ((signal: AbortSignal) => Promise<Outcome<string>>) | null;
  /** `security` asks for the password at the terminal of this process: what is typed does not pass through it. */
  unlockInTerminal(keychainPath: string): Promise<Outcome<void>>;
  /** Runs somebody's command, the program first, in the terminal and the environment of this process. */
  runInTerminal(words: readonly string[]): Promise<TerminalEnd>;
  hasTerminal(): boolean;
  /** To be said last: ends this process at once where a keychain that does not answer would keep it from ending. */
  endIfStuck(exitCode: number): void;
}

/**
 * Puts the monitor of this Mac together; the window and the command line use the same one.
 *
 * @param createWatch `createWatch` of the app, `createUnrecordedWatch` of the command line.
 * @param options.allowSimulation false in a packaged app, which ignores the variables that select the simulated Mac.
 * @param options.holdOwner `app` for the app.
 * @param options.commandFile path on disk of the command inside the app; null in a checkout.
 * @param options.shellPath PATH of the shell that asks; none asks the app.
 * @param options.shellHelperFolder path on disk of the app's own copies of the shell helper.
 */
export const createMacMonitor = <Watched extends CommandWatch>(
  environment: NodeJS.ProcessEnv,
  createWatch: (doors: MacDoors, scheduler: Scheduler, options: MonitorOptions) => Watched,
  options: MacMonitorOptions,
): Outcome<MacMonitor<Watched>> => {
  const host = createMacHost(environment, options);
  if (!host.ok) return failure(host.code, host.reason);
  const doors = createMacDoors(host.value, options);
  const watch = createWatch(doors, timerScheduler, options);
  const { homeFolder, userName, now } = host.value;
  const appSocket = createAppSocket(host.value);
  return success({
    ...watch,
    homeFolder,
    userName,
    now,
    appSocket,
    runningApp: createRunningApp(appSocket),
    preferences: createPreferencesDoor(host.value),
    saveText: replaceChosen,
    takeOut: async (options) => (await import('./removal/removal')).takeOut(doors, options),
    prepareErasing: async () => (await import('../system/removal/own-things')).prepareErasing(host.value),
    askForNewestRelease:
      __LATCHKEY_REPOSITORY__ === ''
        ? null
        : async (signal) => {
            const { askForNewestRelease } = await import('../system/checks/newest-release');
            return askForNewestRelease(host.value, __LATCHKEY_REPOSITORY__, signal);
          },
    unlockInTerminal: (keychainPath) => unlockInTerminal(host.value, keychainPath),
    runInTerminal: ([program = '', ...args]) => runInTerminal(program, args, shellEnvironment(environment)),
    hasTerminal,
    endIfStuck: (exitCode) => (doors.appAccess.isStuck() || doors.itemListing.isStuck() ? endNow(exitCode) : undefined),
  });
};

/** How the command line is typed in the shell that has started this process with this script. */
export const commandTyped = (
  environment: NodeJS.ProcessEnv,
  options: Pick<MacMonitorOptions, 'allowSimulation' | 'commandFile'>,
  script: string,
): string => {
  const host = createMacHost(environment, options);
  return host.ok ? typedHere(host.value, options.commandFile, script) : 'latchkey';
};

/** For the command line: looks and acts as the app does, and records nothing. */
export const createUnrecordedWatch = (
  doors: MacDoors,
  scheduler: Scheduler,
  options: MonitorOptions,
): CommandWatch => ({
  monitor: createMonitor(doors, createCredentials(doors), scheduler, options),
  history: createStoredHistory(doors.history),
});
