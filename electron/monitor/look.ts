import { type BeatConditions, isDue, type Part } from '../core/beats';
import type { KeychainReading, LockReading, Readings } from '../core/readings';
import type { AutoLock } from '../core/snapshot';
import type { MacDoors } from '../system/doors';
import type { Credentials } from './credentials';
import { type ListedKeychain, listKeychains } from './keychain-list';

export interface Look {
  /** One look: the lock states now, and of the rest what is due or `forced`; what is not keeps its last reading. */
  take(conditions: BeatConditions, forced: ReadonlySet<Part>): Promise<Readings>;
}

/** Reads the parts, each on its own beat, and remembers what it read. */
export const createLook = (doors: MacDoors, credentials: Credentials): Look => {
  const readAt = new Map<Part, number>();
  const autoLocks = new Map<string, { readonly stamp: string; readonly autoLock: AutoLock }>();
  let keychains: readonly ListedKeychain[] = [];
  let host: Readings['host'] | null = null;
  let remoteAccess: Readings['remoteAccess'] | null = null;
  let sessions: Readings['sessions'] = [];
  let beacons: Readings['beacons'] = [];

  const whenDue = async (
    part: Part,
    conditions: BeatConditions,
    forced: ReadonlySet<Part>,
    read: () => Promise<void>,
  ) => {
    if (!forced.has(part) && !isDue(part, readAt.get(part) ?? null, conditions)) return;
    readAt.set(part, conditions.now);
    await read();
  };

  /** The settings change with the file and with the lock state (in force while unlocked, stored while locked), with nothing else. */
  const autoLockOf = async (path: string, lock: LockReading): Promise<AutoLock> => {
    const stamp = `${lock.state} ${await doors.fileFingerprint(path)}`;
    const known = autoLocks.get(path);
    if (known?.stamp === stamp) return known.autoLock;
    const autoLock = await doors.autoLock.read(path, lock);
    autoLocks.set(path, { stamp, autoLock });
    return autoLock;
  };

  const readKeychain = async (listed: ListedKeychain): Promise<KeychainReading> => {
    const lock = await doors.lock.read(listed.path);
    return { ...listed, lock, autoLock: await autoLockOf(listed.path, lock) };
  };

  return {
    async take(conditions, forced) {
      const part = (name: Part, read: () => Promise<void>) => whenDue(name, conditions, forced, read);
      await Promise.all([
        host ??
          doors.readHost().then((value) => {
            host = value;
          }),
        part('keychain-list', async () => {
          keychains = await listKeychains(doors, keychains);
        }),
        part('remote-access', async () => {
          remoteAccess = await doors.readRemoteAccess();
        }),
        part('sessions', async () => {
          sessions = await doors.readRemoteSessions();
        }),
        part('beacons', async () => {
          beacons = await doors.readBeacons();
        }),
        part('credentials', () => credentials.read()),
      ]);
      const claudeCode = credentials.claudeCode();
      return {
        host: host ?? { platform: doors.host.kind, macosVersion: 'unknown', managerName: 'unknown' },
        userName: doors.host.userName,
        keychains: await Promise.all(keychains.map(readKeychain)),
        remoteAccess: remoteAccess ?? unknownRemoteAccess,
        sessions,
        beacons,
        credentials: credentials.describe(conditions.now),
        ...(claudeCode === null ? {} : { claudeCode }),
      };
    },
  };
};

const unknownRemoteAccess: Readings['remoteAccess'] = {
  remoteLogin: 'unknown',
  screenSharing: 'unknown',
  autoLogin: 'unknown',
  fileVault: 'unknown',
  systemSleepMinutes: 'unknown',
};
