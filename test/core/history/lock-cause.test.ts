import { describe, expect, it } from 'vitest';
import { type LockObservation, whyItLocked } from '../../../electron/core/history/lock-cause';
import type { AutoLock } from '../../../electron/core/words/keychain';

const minute = (count: number): number => Date.UTC(2026, 8, 10, 9, 0) + count * 60_000;
const inForce = (lockOnSleep: boolean, idleTimeoutSeconds: number | null): AutoLock => ({
  ...{ lockOnSleep, idleTimeoutSeconds, source: 'session' },
});
const fiveMinutes = inForce(false, 300);
const nap = (from: number, to: number | null) => ({ from: minute(from), to: to === null ? null : minute(to) });

/** Unlocked in the first minute and seen so since; found locked between the looks of these minutes. */
const locked = (between: readonly [number, number], changes: Partial<LockObservation> = {}): LockObservation => ({
  autoLock: fiveMinutes,
  unlockedAt: minute(between[0]),
  lockedAt: minute(between[1]),
  use: { seenUnlockedAt: minute(0), usedAfter: minute(0) },
  sleeps: [],
  ...changes,
});

describe('why it locked', () => {
  const rows: readonly (readonly [string, LockObservation, string, string])[] = [
    ['the timeout had just run out', locked([4.9, 5]), 'idle', 'elsewhere'],
    ['it had run out long ago: uses that nobody sees put it off', locked([90, 90.1]), 'idle', 'elsewhere'],
    ['the timeout had not run out', locked([4.8, 4.9]), 'manual', 'elsewhere'],
    ['there is no timeout', locked([90, 90.1], { autoLock: inForce(false, null) }), 'manual', 'elsewhere'],
    [
      'it was used since',
      locked([6, 6.1], { use: { seenUnlockedAt: minute(0), usedAfter: minute(2) } }),
      'manual',
      'elsewhere',
    ],
    [
      'no use was seen, and it has not been seen unlocked for as long as the timeout',
      locked([3, 3.1], { use: { seenUnlockedAt: minute(0), usedAfter: null } }),
      'unknown',
      'unknown',
    ],
    [
      'no use was seen, and it has been seen unlocked for longer',
      locked([6, 6.1], { use: { seenUnlockedAt: minute(0), usedAfter: null } }),
      'idle',
      'elsewhere',
    ],
    [
      'it slept, and locks on sleep',
      locked([2, 60], { autoLock: inForce(true, null), sleeps: [nap(3, 59.9)] }),
      'sleep',
      'elsewhere',
    ],
    [
      'it slept, locks on sleep, and the timeout ran out as well: sleep came first',
      locked([2, 60], { autoLock: inForce(true, 300), sleeps: [nap(3, 59.9)] }),
      'sleep',
      'elsewhere',
    ],
    [
      'it was still asleep when it was seen',
      locked([2, 4], { autoLock: inForce(true, null), sleeps: [nap(3, null)] }),
      'sleep',
      'elsewhere',
    ],
    [
      'the look right after wake was wrong, the second one right',
      locked([60.02, 60.07], { autoLock: inForce(true, null), sleeps: [nap(3, 60)] }),
      'sleep',
      'elsewhere',
    ],
    [
      'it slept long before',
      locked([90, 90.1], { autoLock: inForce(true, null), sleeps: [nap(3, 60)] }),
      'manual',
      'elsewhere',
    ],
    [
      'it slept and does not lock on sleep; awake it idled for too short a time',
      locked([2, 60], { sleeps: [nap(3, 59.9)] }),
      'unknown',
      'unknown',
    ],
    [
      'it slept and does not lock on sleep; awake alone it idled long enough',
      locked([8, 60], { sleeps: [nap(10, 59.9)] }),
      'idle',
      'elsewhere',
    ],
    [
      'the settings in force are not known',
      locked([4, 60], { autoLock: { source: 'unknown', reason: 'No answer.' } }),
      'unknown',
      'unknown',
    ],
    [
      'only the stored settings are known, which may be newer than those in force',
      locked([1, 1.1], { autoLock: { lockOnSleep: false, idleTimeoutSeconds: 300, source: 'file' } }),
      'unknown',
      'unknown',
    ],
    ['the clock was set back', locked([90, 10]), 'unknown', 'unknown'],
  ];
  it.each(rows)('%s', (_name, observation, cause, by) => {
    expect(whyItLocked(observation)).toEqual({ cause, by });
  });
});
