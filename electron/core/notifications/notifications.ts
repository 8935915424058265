import { defaultExpiryThresholds, type ExpiryThresholds } from '../credentials/expiry-thresholds';
import type { LockState } from '../words/keychain';
import { loginKeychain } from '../words/login-keychain';
import type { Snapshot } from '../words/snapshot';
import type { Announcement, NotableEvent } from './announcement';
import { type ExpiryMemory, expiryEvents, fewAtOnce, rememberExpiries } from './expiry-events';
import { followIdleTimer, type IdleTimer, notableEvents } from './notable-events';
import type { NotificationKind } from './notification-kinds';
import { limitAnnouncements } from './notification-limit';

/** What was seen and told so far. */
export interface NotificationMemory {
  readonly timer: IdleTimer | null;
  /** By key. An event stays here until it has ended for good. */
  readonly events: Readonly<Record<string, SeenEvent>>;
  readonly expiries: ExpiryMemory;
  /** Whether it was ever read who is here from elsewhere: what is found when it is for the first time is no news. */
  readonly hasReadSessions: boolean;
  /** When something was told lately, in milliseconds since 1970. */
  readonly toldAt: readonly number[];
}

/** What besides the snapshot decides what is news. */
export interface NotificationConditions {
  /** Milliseconds since 1970, as are the two below. */
  readonly now: number;
  /** When the user last locked this keychain through Latchkey; that is no news. */
  readonly ownLockAt: number | null;
  readonly wokeAt: number | null;
  /** Kinds that the user does not want to hear of: what happens of them is told as little as what they know. */
  readonly isWanted: (kind: NotificationKind) => boolean;
  /** How early an end is told of. Default: the usual. */
  readonly thresholds?: ExpiryThresholds;
}

interface SeenEvent {
  /** Milliseconds since 1970. */
  readonly seenAt: number;
  /** It was announced, was there when the app started, or is the user's own doing. */
  readonly isTold: boolean;
  readonly endsWith: NotableEvent['endsWith'];
}

export interface NotificationStep {
  readonly memory: NotificationMemory;
  /** To be told now. */
  readonly announcements: readonly Announcement[];
  /** What holds now, told or not, in the words of now. */
  readonly present: readonly Announcement[];
}

/** What is told because somebody is here from elsewhere. */
const ofSessions: readonly NotificationKind[] = ['keychain-locked', 'keychain-locks-soon', 'hold-ends-soon'];

/** An event must be found by a second look, so much later: right after wake the first answers can be wrong (claude-code#71757). */
const confirmedAfterMs = 2_000;

/**
 * What to announce after a look: each event once, only when a second look has found it too, and never many at a time. What
 * has to wait its turn is told by a later look, if it still holds then.
 *
 * @param memory null at the first look: what is there already is no news.
 */
export const announce = (
  memory: NotificationMemory | null,
  snapshot: Snapshot,
  { now, ownLockAt, wokeAt, isWanted, thresholds = defaultExpiryThresholds }: NotificationConditions,
): NotificationStep => {
  const login = loginKeychain(snapshot.keychains);
  const timer = login ? followIdleTimer(memory?.timer ?? null, login, now) : (memory?.timer ?? null);
  const { credentials } = snapshot;
  const ends = expiryEvents(memory?.expiries ?? {}, credentials, thresholds, now);
  const present = [...notableEvents(snapshot, timer, now, ownLockAt), ...ends];
  const events: Record<string, SeenEvent> = toldAndNotOver(memory, login?.lock.state ?? 'unknown');
  const isNoNews = (event: NotableEvent): boolean =>
    memory === null ||
    (!memory.hasReadSessions && ofSessions.includes(event.kind)) ||
    event.isNoNews ||
    memory.events[event.key]?.isTold === true ||
    !isWanted(event.kind);
  const isConfirmed = ({ key }: NotableEvent): boolean => {
    const before = memory?.events[key];
    return before !== undefined && now - before.seenAt >= confirmedAfterMs;
  };
  const news = present.filter((event) => isConfirmed(event) && !isNoNews(event));
  const ofExpiry = ends.filter((event) => news.includes(event)).map(announcementOf);
  const few = fewAtOnce(ofExpiry);
  const told = limitAnnouncements(
    [...news.filter((event) => !ends.includes(event)).map(announcementOf), ...few],
    memory?.toldAt ?? [],
    now,
    wokeAt,
  );
  const toldKeys = new Set(told.toldKeys);
  // The last of the few counts the others, which are told with it.
  if (toldKeys.has(few.at(-1)?.key ?? '')) for (const { key } of ofExpiry) toldKeys.add(key);
  for (const event of present) {
    const before = memory?.events[event.key];
    events[event.key] = {
      // A clock that was set back confirms nothing.
      seenAt: before === undefined || now < before.seenAt ? now : before.seenAt,
      isTold: toldKeys.has(event.key) || isNoNews(event),
      endsWith: event.endsWith,
    };
  }
  const isTold = (key: string) => events[key]?.isTold === true;
  const expiries = rememberExpiries(memory?.expiries ?? {}, credentials, thresholds, now, isTold);
  return {
    memory: {
      timer,
      events,
      expiries,
      toldAt: told.toldAt,
      hasReadSessions: memory?.hasReadSessions === true || hasReadSessions(snapshot),
    },
    announcements: told.announcements,
    present: present.map(announcementOf),
  };
};

const hasReadSessions = ({ unread = [] }: Snapshot): boolean =>
  !unread.some(({ part, lastReadAt }) => part === 'sessions' && lastReadAt === undefined);

/**
 * Out of sight is not over: a client that returns, or a look that failed, makes no new event of an old one. What was told of
 * the logins is remembered by itself, with their ends.
 */
const toldAndNotOver = (memory: NotificationMemory | null, lock: LockState): Record<string, SeenEvent> =>
  Object.fromEntries(
    Object.entries(memory?.events ?? {}).filter(
      ([, { isTold, endsWith }]) => isTold && endsWith !== null && endsWith !== lock,
    ),
  );

const announcementOf = ({ kind, key, title, body, action }: NotableEvent): Announcement => ({
  kind,
  key,
  title,
  body,
  action,
});
