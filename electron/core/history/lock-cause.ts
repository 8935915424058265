import type { AutoLock } from '../words/keychain';
import type { Doer, LockCause } from './history-event';
import { type SleepSpan, sleptBetween, sleptMs } from './sleep-spans';

/** What is known of an unlocked keychain's use. Times are milliseconds since 1970. */
export interface KnownUse {
  /** It has been seen unlocked since. */
  readonly seenUnlockedAt: number;
  /** It was used after this: an unlock, a settings write, an item read. Null: none was seen. Other uses nobody sees. */
  readonly usedAfter: number | null;
}

export interface LockObservation {
  /** The settings in force while it was unlocked. */
  readonly autoLock: AutoLock;
  /** The last look that saw it unlocked, and the first that saw it locked. */
  readonly unlockedAt: number;
  readonly lockedAt: number;
  readonly use: KnownUse;
  readonly sleeps: readonly SleepSpan[];
}

export interface Explanation {
  readonly cause: LockCause;
  readonly by: Doer;
}

const unexplained: Explanation = { cause: 'unknown', by: 'unknown' };

/**
 * Why a keychain that Latchkey did not lock is locked, as far as what was observed bears it.
 *
 * Somebody may lock by hand what had idled long enough to lock by itself; that cannot be told apart and counts as idle.
 */
export const whyItLocked = (observation: LockObservation): Explanation => {
  const { autoLock, unlockedAt, lockedAt, sleeps } = observation;
  // A clock that was set back: no span of time can be told.
  if (autoLock.source === 'unknown' || lockedAt < unlockedAt) return unexplained;
  if (autoLock.lockOnSleep && sleptBetween(sleeps, unlockedAt, lockedAt)) return { cause: 'sleep', by: 'elsewhere' };
  switch (autoLock.idleTimeoutSeconds === null ? 'no' : hasIdled(observation, autoLock.idleTimeoutSeconds * 1000)) {
    case 'yes':
      return { cause: 'idle', by: 'elsewhere' };
    case 'perhaps':
      return unexplained;
    case 'no':
      // The stored settings may be newer than those that this session runs on, so they rule nothing out.
      return autoLock.source === 'session' ? { cause: 'manual', by: 'elsewhere' } : unexplained;
  }
};

/** Whether the timer counts while the Mac sleeps is not known, so a time that is long enough only with sleep is "perhaps". */
const hasIdled = ({ use, lockedAt, sleeps }: LockObservation, timeoutMs: number): 'yes' | 'no' | 'perhaps' => {
  const since = use.usedAfter ?? use.seenUnlockedAt;
  const spanMs = lockedAt - since;
  if (spanMs - sleptMs(sleeps, since, lockedAt) >= timeoutMs) return 'yes';
  // Its last use may lie before it was first seen.
  return spanMs >= timeoutMs || use.usedAfter === null ? 'perhaps' : 'no';
};
