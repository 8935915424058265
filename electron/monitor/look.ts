import { type BeatConditions, isDue, type Part } from '../core/beats';
import type { AwaitedPart, KeychainReading, LockReading, Readings } from '../core/readings';
import type { AutoLock } from '../core/snapshot';
import type { MacDoors } from '../system/doors';
import type { Credentials } from './credentials';
import { type ListedKeychain, listKeychains, usualLoginKeychain } from './keychain-list';
import { createPartReader, type PartReader } from './part-reader';

export interface Look {
  /**
   * Begins to read what is due or `forced`, each part by itself: one that hangs holds up no other.
   *
   * @returns the parts that are being read for this call; each resolves when `take` would tell it.
   */
  readParts(conditions: BeatConditions, forced: ReadonlySet<Part>): readonly Promise<void>[];
  /**
   * The lock states, and of the rest what was read last.
   *
   * @param now milliseconds since 1970
   * @param mayReuse also lock states that were read within the last second, for a part that has just come.
   * @returns null before anything is known that could be asked.
   */
  take(now: number, mayReuse?: boolean): Promise<Readings | null>;
}

/** Less than what a second look must wait to confirm a first one (core/notifications.ts): a state read once counts once. */
const reusableForMs = 1_000;

/** Reads the parts, each on its own beat, and remembers what it read. */
export const createLook = (doors: MacDoors, credentials: Credentials): Look => {
  const readAt = new Map<Part, number>();
  const autoLocks = new Map<string, { readonly stamp: string; readonly autoLock: AutoLock }>();
  const locks = new Map<string, { readonly readAt: number; readonly lock: LockReading }>();
  let keychains: readonly ListedKeychain[] = [];
  let host: Readings['host'] | null = null;
  let remoteAccess: Readings['remoteAccess'] | null = null;
  let sessions: Readings['sessions'] = [];
  let beacons: Readings['beacons'] = [];

  const hostReader = createPartReader(async () => {
    host = await doors.readHost();
  });
  const readers: Readonly<Record<Part, PartReader>> = {
    'keychain-list': createPartReader(async () => {
      keychains = await listKeychains(doors, keychains);
    }),
    'remote-access': createPartReader(async () => {
      remoteAccess = await doors.readRemoteAccess();
    }),
    sessions: createPartReader(async () => {
      sessions = await doors.readRemoteSessions();
    }),
    beacons: createPartReader(async () => {
      beacons = await doors.readBeacons();
    }),
    credentials: createPartReader(() => credentials.read()),
  };
  const parts = Object.entries(readers) as [Part, PartReader][];

  /** The settings change with the file and with the lock state (in force while unlocked, stored while locked), with nothing else. */
  const autoLockOf = async (path: string, lock: LockReading): Promise<AutoLock> => {
    const stamp = `${lock.state} ${await doors.fileFingerprint(path)}`;
    const known = autoLocks.get(path);
    if (known?.stamp === stamp) return known.autoLock;
    const autoLock = await doors.autoLock.read(path, lock);
    autoLocks.set(path, { stamp, autoLock });
    return autoLock;
  };

  const lockOf = async (path: string, now: number, mayReuse: boolean): Promise<LockReading> => {
    const known = locks.get(path);
    if (mayReuse && known && now >= known.readAt && now - known.readAt < reusableForMs) return known.lock;
    const lock = await doors.lock.read(path);
    locks.set(path, { readAt: now, lock });
    return lock;
  };

  const awaited = (): readonly AwaitedPart[] => [
    ...(hostReader.hasCome() ? [] : (['host'] as const)),
    ...parts.flatMap(([part, reader]) => (reader.hasCome() ? [] : [part])),
  ];

  return {
    readParts(conditions, forced) {
      const due = parts.filter(([part]) => forced.has(part) || isDue(part, readAt.get(part) ?? null, conditions));
      for (const [part] of due) readAt.set(part, conditions.now);
      return [
        ...(hostReader.hasCome() ? [] : [hostReader.read(false)]),
        ...due.map(([part, reader]) => reader.read(forced.has(part))),
      ];
    },
    async take(now, mayReuse = false) {
      const missing = awaited();
      const isListAwaited = missing.includes('keychain-list');
      const listed = isListAwaited ? await usualLoginKeychain(doors) : keychains;
      if (isListAwaited && listed.length === 0) return null;
      const claudeCode = credentials.claudeCode();
      return {
        host: host ?? { platform: doors.host.kind, macosVersion: 'unknown', managerName: 'unknown' },
        userName: doors.host.userName,
        keychains: await Promise.all(
          listed.map(async (one): Promise<KeychainReading> => {
            const lock = await lockOf(one.path, now, mayReuse);
            return { ...one, lock, autoLock: await autoLockOf(one.path, lock) };
          }),
        ),
        remoteAccess: remoteAccess ?? unknownRemoteAccess,
        sessions,
        beacons,
        credentials: credentials.describe(now),
        expiryThresholds: credentials.thresholds(),
        ...(claudeCode === null ? {} : { claudeCode }),
        ...(missing.length === 0 ? {} : { awaited: missing }),
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
