import type { Outcome } from '../../core/outcome';
import type { AutoLock } from '../../core/words/keychain';
import type { FrameworkLibrary } from '../keychain/framework-library';
import { readKeychainFile } from '../keychain/keychain-file';
import { readSettingsThroughFramework } from '../keychain/security-framework';
import type { MacHost } from '../mac/host';
import type { AutoLockDoor } from './auto-lock-doors';

/**
 * The settings in force where the keychain is unlocked in this session, else the stored ones. Reading those in force
 * would unlock a locked keychain, that is, prompt; so a locked one is never asked. Should it lock between the two calls,
 * the read fails and the stored values stand in.
 */
export const createAutoLockDoor = (host: MacHost, library: Outcome<FrameworkLibrary>): AutoLockDoor => ({
  async read(keychainPath, lock): Promise<AutoLock> {
    if (lock.state === 'unlocked' && library.ok) {
      const framework = library.value;
      const inForce = await framework.turn.takeBriefly(() => readSettingsThroughFramework(framework, keychainPath));
      if (inForce?.ok) return { ...inForce.value, source: 'session' };
    }
    const stored = await readKeychainFile(host, keychainPath);
    if (stored.kind === 'keychain') return { ...stored.settings, source: 'file' };
    const reason = stored.kind === 'missing' ? 'There is no keychain file any more.' : stored.reason;
    return { source: 'unknown', reason };
  },
});
