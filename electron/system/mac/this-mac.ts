import { userInfo } from 'node:os';
import { failure, type Outcome, success } from '../../core/outcome';
import type { MacHost } from './host';
import { createSimulatedHost } from './simulated-mac';

export interface MacHostOptions {
  /** False in a packaged app: there the variables that select a simulated Mac mean nothing. */
  readonly allowSimulation: boolean;
  /** Node's name of the platform. Default: this process's. */
  readonly platform?: NodeJS.Platform;
}

type Environment = MacHost['environment'];

/**
 * The Mac that this process looks at: the simulated one where the environment names it and this build may use it, else
 * the real one.
 *
 * @returns `not-a-mac` off macOS without a simulated Mac; `no-simulated-mac` when the one named cannot be used.
 */
export const createMacHost = (
  environment: Environment,
  { allowSimulation, platform = process.platform }: MacHostOptions,
): Outcome<MacHost, 'not-a-mac' | 'no-simulated-mac'> => {
  // Written so that the bundler leaves the simulated Mac out of a release altogether.
  if (!__LATCHKEY_RELEASE__ && allowSimulation) {
    const root = environment.LATCHKEY_SIMULATED_MAC;
    if (root) return createSimulatedHost(root, environment);
  }
  if (platform === 'darwin') return success(realMac(environment));
  return failure('not-a-mac', 'Latchkey needs macOS. Elsewhere it runs on a simulated Mac: start it with `npm start`.');
};

const realMac = (environment: Environment): MacHost => {
  // The account's own folder, as securityd sees it; HOME is only a variable.
  const { username, uid, homedir } = userInfo();
  return { kind: 'macos', root: '', homeFolder: homedir, userName: username, uid, environment, now: () => Date.now() };
};
