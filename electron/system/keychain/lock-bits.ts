import type { LockReading } from '../../core/words/reading';
import { sentenceOfOsStatus } from './os-status';

const unlockedBit = 1;
const readableBit = 2;
const writableBit = 4;
const definedBits = unlockedBit | readableBit | writableBit;

/**
 * Reads what SecKeychainGetStatus has answered: securityd says 7 for unlocked and 2 for locked (Security `Keychains.cpp`).
 * A number with any bit beyond the three that Apple defines (SecKeychain.h) is no status: -1 has all of them.
 */
export const readingOfStatus = (osStatus: number, bits: number): LockReading => {
  if (osStatus !== 0) return { state: 'unknown', reason: sentenceOfOsStatus(osStatus) };
  if (!Number.isInteger(bits) || bits < 0 || bits > definedBits) return unknownBits(bits);
  if (bits & unlockedBit) return { state: 'unlocked' };
  if (bits & readableBit) return { state: 'locked' };
  return unknownBits(bits);
};

const unknownBits = (bits: number): LockReading => ({
  state: 'unknown',
  reason: `macOS described the keychain's state as ${bits}, which Latchkey does not know.`,
});
