import { failure, type Outcome, success } from '../../core/outcome';
import type { AutoLockSettings } from '../../core/words/keychain';
import type { LockReading } from '../../core/words/reading';
import type { FrameworkLibrary } from './framework-library';
import { sentenceOfOsStatus } from './os-status';

/** securityd's word for "no timeout" (INT_MAX). */
const neverSeconds = 0x7fff_ffff;

/**
 * The lock state, microseconds, without a child process.
 *
 * A status call waits while an unlock runs *in this process* (Security `Keychains.cpp`: one mutex for both). Ours never
 * does: it is a child process, so the state can be asked while its dialog is open.
 */
export const readLockThroughFramework = (library: FrameworkLibrary, keychainPath: string): LockReading => {
  const answer = library.withKeychain(keychainPath, (keychain) => keychain.status());
  return readingOfStatus(answer.osStatus, 'bits' in answer ? answer.bits : 0);
};

/**
 * The settings in force in this session. To be asked only while unlocked; if the keychain locks in between, the call
 * fails with -25308, since this process may not prompt.
 */
export const readSettingsThroughFramework = (
  library: FrameworkLibrary,
  keychainPath: string,
): Outcome<AutoLockSettings, 'not-readable'> => {
  const answer = library.withKeychain(keychainPath, (keychain) => keychain.settings());
  if (answer.osStatus !== 0 || !('lockInterval' in answer)) {
    return failure('not-readable', sentenceOfOsStatus(answer.osStatus));
  }
  // `useLockInterval` is not filled in when reading (Security `SecKeychain.cpp`); the interval alone says it.
  const idleTimeoutSeconds = answer.lockInterval >= neverSeconds ? null : answer.lockInterval;
  return success({ lockOnSleep: answer.lockOnSleep, idleTimeoutSeconds });
};

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
