import { type ExpiryMemory, expiryEvents, fewAtOnce, rememberExpiries } from './expiry-events';
import { defaultExpiryThresholds, type ExpiryThresholds } from './expiry-thresholds';
import { type Announcement, followIdleTimer, type IdleTimer, type NotableEvent, notableEvents } from './notable-events';
import type { LockState, Snapshot } from './snapshot';
import { loginKeychain } from './warnings';

/** What was seen and told so far. */
export interface NotificationMemory {
  readonly timer: IdleTimer | null;
  /** By key. An event stays here until it has ended for good. */
  readonly events: Readonly<Record<string, SeenEvent>>;
  readonly expiries: ExpiryMemory;
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

/** An event must be found by a second look, so much later: right after wake the first answers can be wrong (claude-code#71757). */
const confirmedAfterMs = 2_000;

/**
 * What to announce after a look: each event once, and only when a second look has found it too.
 *
 * @param memory null at the first look: what is there already is no news.
 * @param now milliseconds since 1970.
 * @param ownLockAt when the user last locked this keychain through Latchkey; that is no news either.
 */
export const announce = (
  memory: NotificationMemory | null,
  snapshot: Snapshot,
  now: number,
  ownLockAt: number | null,
  thresholds: ExpiryThresholds = defaultExpiryThresholds,
): NotificationStep => {
  const login = loginKeychain(snapshot.keychains);
  const timer = login ? followIdleTimer(memory?.timer ?? null, login, now) : (memory?.timer ?? null);
  const { credentials } = snapshot;
  const ends = expiryEvents(memory?.expiries ?? {}, credentials, thresholds, now);
  const present = [...notableEvents(snapshot, timer, now, ownLockAt), ...ends];
  const events: Record<string, SeenEvent> = toldAndNotOver(memory, login?.lock.state ?? 'unknown');
  const news: NotableEvent[] = [];
  for (const event of present) {
    const before = memory?.events[event.key];
    const isConfirmed = before !== undefined && now - before.seenAt >= confirmedAfterMs;
    const isNoNews = memory === null || event.isNoNews || before?.isTold === true;
    if (isConfirmed && !isNoNews) news.push(event);
    events[event.key] = {
      // A clock that was set back confirms nothing.
      seenAt: before === undefined || now < before.seenAt ? now : before.seenAt,
      isTold: isConfirmed || isNoNews,
      endsWith: event.endsWith,
    };
  }
  const isTold = (key: string) => events[key]?.isTold === true;
  const expiries = rememberExpiries(memory?.expiries ?? {}, credentials, thresholds, now, isTold);
  const [ofLock, ofExpiry] = [
    news.filter((event) => !ends.includes(event)),
    news.filter((event) => ends.includes(event)),
  ];
  return {
    memory: { timer, events, expiries },
    announcements: [...ofLock.map(announcementOf), ...fewAtOnce(ofExpiry.map(announcementOf))],
    present: present.map(announcementOf),
  };
};

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

const announcementOf = ({ key, title, body, action }: NotableEvent): Announcement => ({ key, title, body, action });
