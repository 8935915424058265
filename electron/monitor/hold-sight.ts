import type { HoldEntry } from '../core/hold-journal';
import type { HeldSighting } from '../core/hold-restore';
import type { MacDoors } from '../system/doors';

/** What a held keychain is like now: its lock, what its file stores and what this session runs on. Asks nobody. */
export const sightKeychain = async (doors: MacDoors, path: string): Promise<HeldSighting> => {
  const lock = await doors.lock.read(path);
  const file = await doors.readKeychainFile(path);
  if (lock.state !== 'unlocked') return { file, lock, inForce: null };
  const autoLock = await doors.autoLock.read(path, lock);
  if (autoLock.source !== 'session') return { file, lock, inForce: null };
  const { lockOnSleep, idleTimeoutSeconds } = autoLock;
  return { file, lock, inForce: { lockOnSleep, idleTimeoutSeconds } };
};

/** The same keychain under another name in its folder; null where there is none or more than one. */
export const findRenamed = async (doors: MacDoors, { path, signature }: HoldEntry): Promise<string | null> => {
  if (signature === null) return null;
  const found: string[] = [];
  for (const candidate of await doors.listKeychainFiles(path.slice(0, path.lastIndexOf('/')))) {
    const file = await doors.readKeychainFile(candidate);
    if (file.kind === 'keychain' && file.signature === signature) found.push(candidate);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
};
