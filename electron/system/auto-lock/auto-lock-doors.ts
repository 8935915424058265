import type { AutoLock } from '../../core/words/keychain';
import type { LockReading } from '../../core/words/reading';

export interface AutoLockDoor {
  /** The settings in force while unlocked, the stored ones otherwise. Never unlocks, so never prompts. */
  read(keychainPath: string, lock: LockReading): Promise<AutoLock>;
}
