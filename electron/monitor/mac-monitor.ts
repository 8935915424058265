import type { ExpiryThresholds } from '../core/expiry-thresholds';
import { failure, type Outcome, success } from '../core/outcome';
import type { AppSocket, RunningApp } from '../core/running-app';
import { createAppSocket } from '../system/app-socket';
import type { MacDoors } from '../system/doors';
import { endNow } from '../system/end-now';
import { createMacDoors } from '../system/mac-doors';
import { createRunningApp } from '../system/running-app';
import { readStoredThresholds } from '../system/stored-thresholds';
import { createMacHost } from '../system/this-mac';
import { createCredentials } from './credentials';
import { createHistory, type History } from './history';
import { createHistoryRecorder } from './history-recorder';
import { createMonitor, type Monitor, type MonitorOptions } from './monitor';
import { witnessSecurity } from './own-acts';
import { type Scheduler, timerScheduler } from './scheduler';

/** The monitor, and the history of what it has seen. */
export interface Watch {
  readonly monitor: Monitor;
  readonly history: History;
}

export interface MacMonitor extends Watch {
  readonly homeFolder: string;
  readonly userName: string;
  /** Where the app listens for the command line. */
  readonly appSocket: AppSocket;
  /** For the command line: the app, where one runs. */
  readonly runningApp: RunningApp;
  /** Milliseconds since 1970, on the simulated Mac by its own clock. */
  now(): number;
  /** How early the user wants to be told of an end, for a program that has no settings of its own open. */
  readExpiryThresholds(): Promise<ExpiryThresholds>;
  /** To be said last: ends this process at once where a keyring that does not answer would keep it from ending. */
  endIfStuck(exitCode: number): void;
}

/**
 * Puts the monitor of this Mac together; the window and the command line use the same one.
 *
 * @param options.allowSimulation false in a packaged app, which ignores the variables that select the simulated Mac.
 * @param options.holdOwner `app` for the app.
 * @param options.shellHelperFolder path on disk of the app's own copies of the shell helper.
 */
export const createMacMonitor = (
  environment: NodeJS.ProcessEnv,
  options: MonitorOptions & { readonly allowSimulation: boolean; readonly shellHelperFolder: string },
): Outcome<MacMonitor> => {
  const host = createMacHost(environment, options);
  if (!host.ok) return failure(host.code, host.reason);
  const doors = createMacDoors(host.value, options);
  const watch = createWatch(doors, timerScheduler, options);
  const { homeFolder, userName, now } = host.value;
  const appSocket = createAppSocket(host.value);
  return success({
    ...watch,
    ...{ homeFolder, userName, now, appSocket, runningApp: createRunningApp(appSocket) },
    readExpiryThresholds: () => readStoredThresholds(host.value),
    endIfStuck: (exitCode) => (doors.appAccess.isStuck() ? endNow(exitCode) : undefined),
  });
};

/** Puts a monitor and its history together over these doors. Nothing is recorded before somebody asks for it. */
export const createWatch = (opened: MacDoors, scheduler: Scheduler, options: MonitorOptions = {}): Watch => {
  const { now } = opened.host;
  const { security, recentActs } = witnessSecurity(opened.security, now);
  const doors = { ...opened, security };
  const monitor = createMonitor(doors, createCredentials(doors), scheduler, options);
  const door = doors.history;
  const recorder = createHistoryRecorder({ door, now, recentActs, readBootTime: doors.readBootTime });
  const history = createHistory({ door, recorder, monitor, now });
  const stop = (): Promise<void> => {
    // First and at once: what comes after this word of the end, the app may not live to write.
    history.stopRecording();
    return monitor.stop();
  };
  return { monitor: { ...monitor, stop }, history };
};
