import { formatTimeout } from './format-timeout';
import type { Keychain, RemoteSession, Snapshot, WarningAction } from './snapshot';
import { loginKeychain } from './warnings';

/** Something to tell somebody who is not looking. */
export interface Announcement {
  /** One event, one key: what was told under it is not told again. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  readonly action: WarningAction;
}

/** What holds now and since how many looks; `told` once it has been announced, or was there when the app started. */
export interface NotificationMemory {
  readonly conditions: Readonly<Record<string, 'seen-once' | 'told'>>;
}

export interface NotificationStep {
  readonly memory: NotificationMemory;
  readonly announcements: readonly Announcement[];
}

const warnAheadMs = 5 * 60_000;

/**
 * What to announce after a look. A condition is announced once while it lasts, and only when two looks in a row have found
 * it: right after wake the first answer can be wrong (claude-code#71757).
 *
 * @param memory null at the first look: what is there already is no news.
 * @param ownLockAt when the user last locked through Latchkey, in milliseconds since 1970; that is no news either.
 */
export const announce = (
  memory: NotificationMemory | null,
  snapshot: Snapshot,
  now: number,
  ownLockAt: number | null,
): NotificationStep => {
  const present = conditionsOf(snapshot, now, ownLockAt);
  const conditions: Record<string, 'seen-once' | 'told'> = {};
  const announcements: Announcement[] = [];
  for (const { key, ...rest } of present) {
    const before = memory === null ? 'told' : memory.conditions[key];
    if (before === 'seen-once') announcements.push({ key, ...rest });
    conditions[key] = before === undefined ? 'seen-once' : 'told';
  }
  return { memory: { conditions }, announcements };
};

const conditionsOf = (snapshot: Snapshot, now: number, ownLockAt: number | null): readonly Announcement[] => {
  const login = loginKeychain(snapshot.keychains);
  const shared = snapshot.sessions.filter(
    ({ bornIn, remoteClients }) => bornIn === 'desktop' && (remoteClients ?? 0) > 0,
  );
  if (login?.lock.session !== 'desktop' || shared.length === 0) return [];
  return [...becameLocked(login, shared, ownLockAt), ...locksSoon(login, shared, now)];
};

const becameLocked = (
  { lock, path }: Keychain,
  shared: readonly RemoteSession[],
  ownLockAt: number | null,
): readonly Announcement[] => {
  if (lock.state !== 'locked') return [];
  const isOwn = ownLockAt !== null && lock.since !== undefined && Math.abs(Date.parse(lock.since) - ownLockAt) < 10_000;
  if (isOwn) return [];
  return [
    {
      key: `locked ${path}`,
      title: 'The keychain is locked',
      body: `${clients(shared)} this desktop's session and cannot read its logins now.`,
      action: { kind: 'unlock', keychainPath: path },
    },
  ];
};

/** The timer may have been restarted by a use that nobody saw, so this is the earliest moment, and said as such. */
const locksSoon = (
  { lock, forecast, path }: Keychain,
  shared: readonly RemoteSession[],
  now: number,
): readonly Announcement[] => {
  if (lock.state !== 'unlocked' || lock.since === undefined || forecast.kind !== 'after-idle') return [];
  const earliest = Date.parse(lock.since) + forecast.idleTimeoutSeconds * 1000;
  if (earliest - now > warnAheadMs || now >= earliest) return [];
  return [
    {
      key: `locks soon ${path} ${lock.since}`,
      title: 'The keychain may lock within 5 minutes',
      body: `It locks ${formatTimeout(forecast.idleTimeoutSeconds)} after its last use. ${clients(shared)} this desktop's session.`,
      action: { kind: 'unlock', keychainPath: path },
    },
  ];
};

const clients = (shared: readonly RemoteSession[]): string => {
  const count = shared.reduce((sum, { remoteClients }) => sum + (remoteClients ?? 0), 0);
  return count === 1 ? 'One remote client shares' : `${count} remote clients share`;
};
