import {
  announce,
  type NotificationMemory,
  type NotificationStep,
} from '../../electron/core/notifications/notifications';
import { buildSnapshot } from '../../electron/core/state/build-snapshot';
import type { LockReading } from '../../electron/core/words/reading';
import type { Snapshot } from '../../electron/core/words/snapshot';
import { readings, sighting } from './sample-facts';

export const start = Date.UTC(2026, 8, 10, 9, 0);
export const minuteMs = 60_000;

export type Look = readonly [minute: number, lock: LockReading['state'], remoteClients: number];

export interface Seen {
  readonly state?: LockReading['state'];
  readonly remoteClients?: number;
  readonly idleTimeoutSeconds?: number | null;
  readonly ownLockAt?: number | null;
  /** The minute in which the Mac woke. */
  readonly wokeAt?: number | null;
  readonly isWanted?: boolean;
}

/** Looks again and again; remembers the titles that were announced, each with its minute. */
export const watch = () => {
  let memory: NotificationMemory | null = null;
  let previous: Snapshot | null = null;
  const announced: string[] = [];
  const look = (minute: number, seen: Seen): NotificationStep => {
    const {
      state = 'unlocked',
      remoteClients = 1,
      idleTimeoutSeconds = null,
      ownLockAt = null,
      wokeAt = null,
      isWanted = true,
    } = seen;
    const now = start + minute * minuteMs;
    const lock: LockReading = state === 'unknown' ? { state, reason: 'No answer.' } : { state };
    const autoLock = { lockOnSleep: false, idleTimeoutSeconds, source: 'session' as const };
    const keychains = readings().keychains.map((one) => ({ ...one, lock, autoLock }));
    previous = buildSnapshot(readings({ keychains, sessions: [sighting({ remoteClients })] }), previous, now);
    const step = announce(memory, previous, {
      ...{ now, ownLockAt },
      wokeAt: wokeAt === null ? null : start + wokeAt * minuteMs,
      isWanted: () => isWanted,
    });
    memory = step.memory;
    announced.push(...step.announcements.map(({ title }) => `${minute} ${title}`));
    return step;
  };
  return { announced, look };
};

export const play = (looks: readonly Look[], always: Seen = {}): readonly string[] => {
  const { announced, look } = watch();
  for (const [minute, state, remoteClients] of looks) look(minute, { ...always, state, remoteClients });
  return announced;
};
