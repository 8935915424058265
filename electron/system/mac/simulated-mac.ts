import { readFileSync, realpathSync } from 'node:fs';
import { failure, type Outcome, success } from '../../core/outcome';
import { messageOfError } from '../../core/text/name-of-error';
import type { MacHost } from './host';

const stateFolder = '/private/var/latchkey';

/**
 * The Mac that lies under one root folder, made by the simulator. Only its user is read here; everything else is asked of
 * its tools, as on a Mac.
 */
export const createSimulatedHost = (
  rootFolder: string,
  environment: MacHost['environment'],
): Outcome<MacHost, 'no-simulated-mac'> => {
  try {
    const root = realpathSync(rootFolder);
    const user = userOf(JSON.parse(readFileSync(`${root}${stateFolder}/mac.json`, 'utf8')));
    if (user === null) return failure('no-simulated-mac', `The simulated Mac in ${rootFolder} names no user.`);
    return success({
      kind: 'simulated-macos',
      root,
      homeFolder: user.home,
      userName: user.name,
      uid: user.uid,
      environment: { ...environment, LATCHKEY_SIMULATED_MAC: root },
      now: () => simulatedTime(readClock(root), Date.now()),
    });
  } catch (error) {
    const reason = messageOfError(error);
    return failure('no-simulated-mac', `There is no simulated Mac in ${rootFolder}: ${reason}`);
  }
};

const readClock = (root: string): string => {
  try {
    return readFileSync(`${root}${stateFolder}/clock`, 'utf8');
  } catch {
    return '';
  }
};

interface SimulatedUser {
  readonly name: string;
  readonly uid: number;
  readonly home: string;
}

const userOf = (mac: unknown): SimulatedUser | null => {
  if (typeof mac !== 'object' || mac === null || !('user' in mac)) return null;
  const { user } = mac;
  if (typeof user !== 'object' || user === null || !('name' in user && 'uid' in user && 'home' in user)) return null;
  const { name, uid, home } = user;
  return typeof name === 'string' && typeof uid === 'number' && typeof home === 'string' ? { name, uid, home } : null;
};

/**
 * The simulated Mac's time: its clock file says `<simulated ms> <real ms at that moment>` while it ticks and
 * `<simulated ms> -` while it stands.
 *
 * @returns milliseconds since 1970; `realNow` when the file says neither.
 */
export const simulatedTime = (clockFile: string, realNow: number): number => {
  const match = /^(\d+) (\d+|-)\s*$/.exec(clockFile);
  if (!match) return realNow;
  const simulatedMs = Number(match[1]);
  return match[2] === '-' ? simulatedMs : simulatedMs + (realNow - Number(match[2]));
};
