import { failure, type Outcome, success } from '../core/outcome';
import type { AutoLockSettings } from '../core/snapshot';

/**
 * Reads the line that `show-keychain-info` writes to stderr:
 * `Keychain "<path>"[ lock-on-sleep][ use-lock-interval] (no-timeout|timeout=<N>s)`.
 */
export const parseKeychainInfo = (stderr: string): Outcome<AutoLockSettings, 'garbled'> => {
  const match = /^Keychain ".*"( lock-on-sleep)?( use-lock-interval)? (?:no-timeout|timeout=(\d{1,10})s)\s*$/s.exec(
    stderr,
  );
  if (!match)
    return failure('garbled', 'The security tool described the keychain in words that Latchkey does not know.');
  return success({
    lockOnSleep: match[1] !== undefined,
    idleTimeoutSeconds: match[3] === undefined ? null : Number(match[3]),
  });
};
