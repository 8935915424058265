import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../electron/core/build-snapshot';
import { announce, type NotificationMemory } from '../../electron/core/notifications';
import type { LockReading } from '../../electron/core/readings';
import type { Snapshot } from '../../electron/core/snapshot';
import { readings, sighting } from './sample-facts';

const start = Date.UTC(2026, 8, 10, 9, 0);
const minuteMs = 60_000;

type Look = readonly [minute: number, lock: LockReading['state'], remoteClients: number];

/** Plays looks through and gives the titles that were announced, each with its minute. */
const play = (looks: readonly Look[], options: { idleTimeoutSeconds?: number; ownLockAt?: number } = {}) => {
  let memory: NotificationMemory | null = null;
  let previous: Snapshot | null = null;
  return looks.flatMap(([minute, state, remoteClients]) => {
    const now = start + minute * minuteMs;
    const lock: LockReading = state === 'unknown' ? { state, reason: 'No answer.' } : { state };
    const autoLock = {
      lockOnSleep: false,
      idleTimeoutSeconds: options.idleTimeoutSeconds ?? null,
      source: 'session' as const,
    };
    const keychains = readings().keychains.map((one) => ({ ...one, lock, autoLock }));
    previous = buildSnapshot(readings({ keychains, sessions: [sighting({ remoteClients })] }), previous, now);
    const step = announce(memory, previous, now, options.ownLockAt ?? null);
    memory = step.memory;
    return step.announcements.map(({ title }) => `${minute} ${title}`);
  });
};

const locked = 'The keychain is locked';
const soon = 'The keychain may lock within 5 minutes';

describe('announce', () => {
  it.each<[string, readonly Look[], readonly string[]]>([
    [
      'locked under a client: once, at the second look',
      [
        [0, 'unlocked', 1],
        [1, 'locked', 1],
        [2, 'locked', 1],
        [3, 'locked', 1],
      ],
      [`2 ${locked}`],
    ],
    [
      'what is there at the first look is no news',
      [
        [0, 'locked', 1],
        [1, 'locked', 1],
        [2, 'locked', 1],
      ],
      [],
    ],
    [
      'nobody is attached',
      [
        [0, 'unlocked', 0],
        [1, 'locked', 0],
        [2, 'locked', 0],
      ],
      [],
    ],
    [
      'a blink that the second look does not confirm',
      [
        [0, 'unlocked', 1],
        [1, 'locked', 1],
        [2, 'unlocked', 1],
        [3, 'locked', 1],
      ],
      [],
    ],
    [
      'unknown is no alarm',
      [
        [0, 'unlocked', 1],
        [1, 'unknown', 1],
        [2, 'unknown', 1],
      ],
      [],
    ],
    [
      'each new event is told',
      [
        [0, 'unlocked', 1],
        [1, 'locked', 1],
        [2, 'locked', 1],
        [3, 'unlocked', 1],
        [4, 'locked', 1],
        [5, 'locked', 1],
      ],
      [`2 ${locked}`, `5 ${locked}`],
    ],
    [
      'a client that attaches to a locked desktop',
      [
        [0, 'locked', 0],
        [1, 'locked', 1],
        [2, 'locked', 1],
      ],
      [`2 ${locked}`],
    ],
  ])('%s', (_name, looks, expected) => {
    expect(play(looks)).toEqual(expected);
  });

  it('says nothing of a lock that the user has just clicked', () => {
    const looks: readonly Look[] = [
      [0, 'unlocked', 1],
      [1, 'locked', 1],
      [2, 'locked', 1],
    ];
    expect(play(looks, { ownLockAt: start + minuteMs - 500 })).toEqual([]);
  });

  it('warns once when the earliest moment of locking is five minutes away', () => {
    const looks: readonly Look[] = [
      [0, 'locked', 0],
      [1, 'unlocked', 1],
      [8, 'unlocked', 1],
      [11, 'unlocked', 1],
      [12, 'unlocked', 1],
      [13, 'unlocked', 1],
    ];
    expect(play(looks, { idleTimeoutSeconds: 15 * 60 })).toEqual([`12 ${soon}`]);
  });

  it('does not guess since when a keychain is in use that it found unlocked', () => {
    expect(
      play(
        [
          [0, 'unlocked', 1],
          [12, 'unlocked', 1],
          [14, 'unlocked', 1],
        ],
        { idleTimeoutSeconds: 15 * 60 },
      ),
    ).toEqual([]);
  });
});
