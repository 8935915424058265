import { failure, type Outcome, success } from '../../core/outcome';
import { outsideInteger } from '../../core/time/outside-numbers';
import type { AutoLockSettings } from '../../core/words/keychain';

/**
 * Reads the line that `show-keychain-info` writes to stderr:
 * `Keychain "<path>"[ lock-on-sleep][ use-lock-interval] (no-timeout|timeout=<N>s)`.
 */
export const parseKeychainInfo = (stderr: string): Outcome<AutoLockSettings, 'garbled'> => {
  const match = /^Keychain ".*"( lock-on-sleep)?( use-lock-interval)? (?:no-timeout|timeout=(\d{1,10})s)\s*$/s.exec(
    stderr,
  );
  if (!match) return garbled;
  const lockOnSleep = match[1] !== undefined;
  if (match[3] === undefined) return success({ lockOnSleep, idleTimeoutSeconds: null });
  // The file keeps 32 bits.
  const idleTimeoutSeconds = outsideInteger(match[3], 0, 0xffff_ffff);
  return idleTimeoutSeconds === null ? garbled : success({ lockOnSleep, idleTimeoutSeconds });
};

const garbled = failure('garbled', 'The security tool described the keychain in words that Latchkey does not know.');
