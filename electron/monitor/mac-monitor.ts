import type { ExpiryThresholds } from '../core/expiry-thresholds';
import { failure, type Outcome, success } from '../core/outcome';
import { endNow } from '../system/end-now';
import { createMacDoors } from '../system/mac-doors';
import { readStoredThresholds } from '../system/stored-thresholds';
import { createMacHost } from '../system/this-mac';
import { createCredentials } from './credentials';
import { createMonitor, type Monitor } from './monitor';
import { timerScheduler } from './scheduler';

export interface MacMonitor {
  readonly monitor: Monitor;
  readonly homeFolder: string;
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
 * @param options.shellHelperFolder path on disk of the app's own copies of the shell helper.
 */
export const createMacMonitor = (
  environment: NodeJS.ProcessEnv,
  options: { readonly allowSimulation: boolean; readonly shellHelperFolder: string },
): Outcome<MacMonitor> => {
  const host = createMacHost(environment, options);
  if (!host.ok) return failure(host.code, host.reason);
  const doors = createMacDoors(host.value, options);
  const monitor = createMonitor(doors, createCredentials(doors), timerScheduler);
  return success({
    monitor,
    homeFolder: host.value.homeFolder,
    now: host.value.now,
    readExpiryThresholds: () => readStoredThresholds(host.value),
    endIfStuck: (exitCode) => (doors.appAccess.isStuck() ? endNow(exitCode) : undefined),
  });
};
