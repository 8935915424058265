import { formatTimeout } from '../time/format-timeout';
import type { Keychain } from '../words/keychain';
import { loginKeychain } from '../words/login-keychain';
import type { RemoteSession } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import type { NotableEvent } from './announcement';
import { holdEvents } from './hold-events';

/** The idle timeout in force and when it was first seen, in milliseconds since 1970: no use of the keychain is known since. */
export interface IdleTimer {
  readonly idleTimeoutSeconds: number;
  readonly seenAt: number;
}

const longestWarningMs = 5 * 60_000;

/** An own lock is seen by a look that was under way while it ran. */
const ownLockToleranceMs = 10_000;

/**
 * What holds now and concerns remote clients of the desktop's session, or a hold.
 *
 * @param now milliseconds since 1970, as is `ownLockAt`.
 */
export const notableEvents = (
  snapshot: Snapshot,
  timer: IdleTimer | null,
  now: number,
  ownLockAt: number | null,
): readonly NotableEvent[] => {
  const login = loginKeychain(snapshot.keychains);
  const shared = snapshot.sessions.filter(
    ({ bornIn, remoteClients }) => bornIn === 'desktop' && (remoteClients ?? 0) > 0,
  );
  const ofHold = holdEvents(snapshot, shared, clients(shared), now);
  if (login?.lock.session !== 'desktop' || shared.length === 0) return ofHold;
  return [...becameLocked(login, shared, ownLockAt), ...ofHold, ...locksSoon(login, shared, timer, now)];
};

/** A write of the settings starts the timer anew, so a timeout that was changed counts from when that was seen. */
export const followIdleTimer = (before: IdleTimer | null, keychain: Keychain, now: number): IdleTimer | null => {
  const { forecast } = keychain;
  if (forecast.kind === 'unknown') return before;
  if (forecast.kind !== 'after-idle') return null;
  const { idleTimeoutSeconds } = forecast;
  return before?.idleTimeoutSeconds === idleTimeoutSeconds ? before : { idleTimeoutSeconds, seenAt: now };
};

const becameLocked = (
  { lock, path }: Keychain,
  shared: readonly RemoteSession[],
  ownLockAt: number | null,
): readonly NotableEvent[] => {
  if (lock.state !== 'locked') return [];
  const sinceOwnLockMs = Date.parse(lock.since ?? '') - (ownLockAt ?? Number.NaN);
  return [
    {
      kind: 'keychain-locked',
      key: `locked ${path}`,
      title: 'The keychain is locked',
      body: `${clients(shared)} this desktop's session and cannot read its logins now.`,
      action: { kind: 'unlock', keychainPath: path },
      endsWith: 'unlocked',
      isNoNews: Math.abs(sinceOwnLockMs) < ownLockToleranceMs,
    },
  ];
};

/**
 * The timer starts again with every use, which nobody sees, so this is when the keychain locks if nothing uses it, and is
 * said as such. A short timeout is told of at its half: right after an unlock it would be no news.
 */
const locksSoon = (
  { lock, path }: Keychain,
  shared: readonly RemoteSession[],
  timer: IdleTimer | null,
  now: number,
): readonly NotableEvent[] => {
  if (lock.state !== 'unlocked' || timer === null) return [];
  const { idleTimeoutSeconds, seenAt } = timer;
  const unlockedAt = lock.since === undefined ? seenAt : Date.parse(lock.since);
  const locksAt = Math.max(unlockedAt, seenAt) + idleTimeoutSeconds * 1000;
  const warningMs = Math.min(longestWarningMs, idleTimeoutSeconds * 500);
  if (locksAt - now > warningMs || now >= locksAt) return [];
  return [
    {
      kind: 'keychain-locks-soon',
      key: `locks soon ${path} ${idleTimeoutSeconds}`,
      title: `The keychain may lock ${warningMs === longestWarningMs ? 'within 5 minutes' : 'soon'}`,
      body: `It locks ${formatTimeout(idleTimeoutSeconds)} after its last use. ${clients(shared)} this desktop's session.`,
      action: { kind: 'unlock', keychainPath: path },
      endsWith: 'locked',
      isNoNews: false,
    },
  ];
};

const clients = (shared: readonly RemoteSession[]): string => {
  const count = shared.reduce((sum, { remoteClients }) => sum + (remoteClients ?? 0), 0);
  return count === 1 ? 'One remote client shares' : `${count} remote clients share`;
};
