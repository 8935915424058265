import type { MacDoors } from '../system/doors';
import { createHistory, type History } from './history/history';
import { createHistoryRecorder } from './history/history-recorder';
import { witnessSecurity } from './history/own-acts';
import { createCredentials } from './look/credentials';
import type { Scheduler } from './loop/scheduler';
import { createMacMonitor, type MacMonitorOptions } from './mac-monitor';
import { createMonitor, type Monitor, type MonitorOptions } from './monitor';

/** This Mac's monitor as the app has it: with the history. */
export const createRecordedMac = (environment: NodeJS.ProcessEnv, options: MacMonitorOptions) =>
  createMacMonitor(environment, createWatch, options);

/** The monitor, and the history of what it has seen. */
export interface Watch {
  readonly monitor: Monitor;
  readonly history: History;
}

/**
 * Puts the app's monitor and its history together over these doors. Nothing is recorded before somebody asks for it. The
 * command line records nothing and is built without it.
 */
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
