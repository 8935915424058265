import type { HoldEntry } from '../../core/hold/hold-journal';
import type { RenamedKeychain } from '../../core/hold/hold-problems';
import type { HeldSighting } from '../../core/hold/hold-restore';
import type { MacDoors } from '../../system/doors';

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

/** The same keychain under another name in its folder; `none` where more than one could be it, too. */
export const findRenamed = async (doors: MacDoors, { path, signature }: HoldEntry): Promise<RenamedKeychain> => {
  if (signature === null) return { kind: 'none' };
  const folder = path.slice(0, path.lastIndexOf('/'));
  const listed = await doors.listKeychainFiles(folder);
  if (listed.kind === 'none') return listed;
  if (listed.kind === 'unreadable') return unlisted(`${folder} could not be listed: ${listed.reason}`);
  const found: string[] = [];
  const unread: string[] = [];
  for (const candidate of listed.names) {
    const file = await doors.readKeychainFile(candidate);
    if (file.kind === 'keychain' && file.signature === signature) found.push(candidate);
    if (file.kind === 'unreadable') unread.push(candidate);
  }
  const [only] = found;
  if (only !== undefined) return found.length === 1 ? { kind: 'found', path: only } : { kind: 'none' };
  if (listed.isCut) return unlisted(`${folder} holds more than Latchkey reads`);
  return unread.length === 0 ? { kind: 'none' } : unlisted(`${unread.join(', ')} could not be read`);
};

const unlisted = (reason: string): RenamedKeychain => ({ kind: 'unknown', reason });
