import { allParts, type Part } from '../../core/look/look-intervals';
import { hasChanged, type PartConditions, whatIsDue } from '../../core/look/what-is-due';
import type { Readings } from '../../core/state/readings';
import type { AutoLock } from '../../core/words/keychain';
import type { AwaitedPart, KeychainReading, LockReading, UnreadPart } from '../../core/words/reading';
import type { MacDoors } from '../../system/doors';
import type { Credentials } from './credentials';
import { brokenBy, createKnownParts } from './known-parts';
import type { PartReader } from './part-reader';
import type { HintedFile, Occasion, WatchedFile } from './watched-file';

/** As they are when a look begins. */
export type LookConditions = Pick<PartConditions, 'now' | 'popoverVisible' | 'powerSource'>;

/** One part that is being read. */
export interface PartUnderWay {
  readonly part: AwaitedPart;
  readonly read: Promise<void>;
}

export interface Look {
  /**
   * Begins to read what is due on this occasion, each part by itself: one that hangs holds up no other.
   *
   * @returns the parts that are being read for this call; each resolves when `take` would tell it.
   */
  readParts(conditions: LookConditions, occasion: Occasion): readonly PartUnderWay[];
  /**
   * The lock states, and of the rest what was read last.
   *
   * @param at milliseconds since 1970
   * @param mayReuse also lock states that were read within the last second, for a part that has just come.
   * @returns null before anything is known that could be asked.
   */
  take(at: number, mayReuse?: boolean): Promise<Readings | null>;
  /** The files whose changes are worth a look, and how each was when what it tells of was read last. */
  watched(): readonly WatchedFile[];
}

/** Less than what a second look must wait to confirm a first one (core/notifications/notifications.ts): a state read once counts once. */
const reusableForMs = 1_000;

/** Reads the parts, each on its own beat, and remembers what it read. What breaks in one is unread, and touches no other. */
export const createLook = (doors: MacDoors, credentials: Credentials): Look => {
  const readAt = new Map<Part | 'host', number>();
  const autoLocks = new Map<
    string,
    { readonly stamp: string; readonly file: string | null; readonly autoLock: AutoLock }
  >();
  const locks = new Map<string, { readonly readAt: number; readonly lock: LockReading }>();
  const known = createKnownParts(doors, credentials);
  const { hostReader, gaps } = known;
  const parts = Object.entries(known.readers) as [Part, PartReader][];

  /** The settings change with the file and with the lock state (in force while unlocked, stored while locked), with nothing else. */
  const autoLockOf = async (path: string, lock: LockReading): Promise<AutoLock> => {
    const file = await doors.fileFingerprint(path);
    const stamp = `${lock.state} ${file}`;
    const known = autoLocks.get(path);
    if (known?.stamp === stamp) return known.autoLock;
    const autoLock = await doors.autoLock.read(path, lock);
    // What could not be read is asked for again by the next look.
    autoLocks.set(path, { stamp: autoLock.source === 'unknown' ? '' : stamp, file, autoLock });
    return autoLock;
  };

  const lockOf = async (path: string, at: number, mayReuse: boolean): Promise<LockReading> => {
    const known = locks.get(path);
    if (mayReuse && known && at >= known.readAt && at - known.readAt < reusableForMs) return known.lock;
    const lock = await doors.lock.read(path);
    locks.set(path, { readAt: at, lock });
    return lock;
  };

  const awaited = (): readonly AwaitedPart[] => [
    ...(hostReader.hasCome() ? [] : (['host'] as const)),
    ...parts.flatMap(([part, reader]) => (reader.hasCome() ? [] : [part])),
  ];

  /** It does not change: only what of it could not be read is asked for again, as often as a part without a beat. */
  const isHostDue = (conditions: LookConditions, hasGap: boolean): boolean => {
    if (!hostReader.hasCome()) return true;
    const lastAskedAt = readAt.get('host') ?? null;
    const asked = { ...conditions, lastAskedAt, isUnread: hasGap, askedBy: null, hinted: [] };
    return whatIsDue('remote-access', asked).ask;
  };

  return {
    readParts(conditions, occasion) {
      const unreadParts = gaps().map(({ part }) => part);
      const isUnread = (part: Part) => unreadParts.some((one) => readWith[one] === part);
      const readings = parts.flatMap(([part, reader]) => {
        const hinted = hintedFor(part, occasion);
        const lastAskedAt = readAt.get(part) ?? null;
        const askedBy = askedFor(part, occasion);
        const due = whatIsDue(part, { ...conditions, lastAskedAt, isUnread: isUnread(part), askedBy, hinted });
        if (!due.ask) return [];
        const tools = part === 'credentials' && due.reason === 'files-changed' ? toolsOf(hinted) : null;
        if (tools !== null) return [{ part, read: credentials.read(tools) }];
        readAt.set(part, conditions.now);
        return [{ part, read: reader.read(due.reason !== 'beat' && due.reason !== 'files-changed') }];
      });
      const asksHost = isHostDue(conditions, unreadParts.includes('host'));
      if (asksHost) readAt.set('host', conditions.now);
      return [...(asksHost ? [{ part: 'host' as const, read: hostReader.read(false) }] : []), ...readings];
    },
    async take(at, mayReuse = false) {
      const missing = awaited();
      const listed = await known.keychains();
      if (missing.includes('keychain-list') && listed.length === 0) return null;
      for (const path of autoLocks.keys()) if (!listed.some((one) => one.path === path)) autoLocks.delete(path);
      const claudeCode = credentials.claudeCode();
      const described = credentials.describe(at);
      const unreadNow = gaps();
      return {
        userName: doors.host.userName,
        timeZone: doors.timeZone,
        ...(doors.locale ? { locale: doors.locale } : {}),
        keychains: await Promise.all(
          listed.map(async (one): Promise<KeychainReading> => {
            const lock = await lockOf(one.path, at, mayReuse).catch(
              (error: unknown): LockReading => ({ state: 'unknown', reason: brokenBy(error).reason }),
            );
            const autoLock = await autoLockOf(one.path, lock).catch(
              (error: unknown): AutoLock => ({ source: 'unknown', reason: brokenBy(error).reason }),
            );
            return { ...one, lock, autoLock };
          }),
        ),
        ...(await known.facts()),
        credentials: described,
        expiryThresholds: credentials.thresholds(),
        ...(claudeCode === null ? {} : { claudeCode }),
        ...(missing.length === 0 ? {} : { awaited: missing }),
        ...(unreadNow.length === 0 ? {} : { unread: unreadNow }),
      };
    },
    watched: () => [
      ...known.signs(),
      ...[...autoLocks].map(([path, { file }]) => ({ path, fingerprint: file, tellsOf: { part: 'locks' } as const })),
      ...credentials.watched(),
    ],
  };
};

const askedFor = (part: Part, occasion: Occasion): PartConditions['askedBy'] => {
  if (occasion.kind === 'wake' || occasion.kind === 'opened') return occasion.kind;
  return occasion.kind === 'user' && (occasion.parts ?? allParts).includes(part) ? 'user' : null;
};

const hintedFor = (part: Part, occasion: Occasion): readonly HintedFile[] =>
  occasion.kind === 'files' ? occasion.hinted.filter(({ tellsOf }) => tellsOf.part === part) : [];

/** The tools that the changed files tell of. */
const toolsOf = (hinted: readonly HintedFile[]): ReadonlySet<string> =>
  new Set(hinted.filter(hasChanged).flatMap(({ tellsOf }) => ('tool' in tellsOf ? [tellsOf.tool] : [])));

/** With which part each of them is read; `host` once by itself. */
const readWith: Readonly<Record<UnreadPart, Part | 'host'>> = {
  host: 'host',
  'keychain-list': 'keychain-list',
  'remote-access': 'remote-access',
  'power-settings': 'remote-access',
  sessions: 'sessions',
  beacons: 'beacons',
  credentials: 'credentials',
  'claude-code': 'credentials',
};
