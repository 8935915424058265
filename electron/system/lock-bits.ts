import type { LockReading } from './doors';
import { sentenceOfOsStatus } from './os-status';

const unlockedBit = 1;
const readableBit = 2;

/**
 * Reads what SecKeychainGetStatus has answered: securityd says 7 for unlocked and 2 for locked (Security `Keychains.cpp`).
 * Anything else is not taken for either.
 */
export const readingOfStatus = (osStatus: number, bits: number): LockReading => {
  if (osStatus !== 0) return { state: 'unknown', reason: sentenceOfOsStatus(osStatus) };
  if (bits & unlockedBit) return { state: 'unlocked' };
  if (bits & readableBit) return { state: 'locked' };
  return { state: 'unknown', reason: `macOS described the keychain's state as ${bits}, which Latchkey does not know.` };
};
