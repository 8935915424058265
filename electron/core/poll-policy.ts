import { type Beat, beatPauses } from './beat';

export interface PollConditions {
  /** Milliseconds since 1970, as are the two times below. */
  readonly now: number;
  readonly popoverVisible: boolean;
  readonly lastChangeAt: number | null;
  readonly wokeAt: number | null;
  readonly powerSource: 'ac' | 'battery' | 'unknown';
  readonly screenLocked: boolean;
  /** As the user has chosen it. */
  readonly beat: Beat;
  /** A look costs a child process, because the framework could not be loaded. */
  readonly lookCostsProcess: boolean;
}

export interface NextLook {
  readonly delayMs: number;
  readonly reason: 'just-woke' | 'popover-visible' | 'recent-change' | 'screen-locked' | 'on-battery' | 'relaxed';
}

const secondsMs = 1000;
const justWokeMs = 10 * secondsMs;
const recentChangeMs = 10 * secondsMs;
const processBeatMs = 15 * secondsMs;

/** How long until the next look at the lock state, and why. A clock that was set back counts as long ago, not as recent. */
export const nextLook = (conditions: PollConditions): NextLook => {
  const look = unhurried(conditions);
  return conditions.lookCostsProcess ? { ...look, delayMs: Math.max(look.delayMs, processFloorMs(conditions)) } : look;
};

const unhurried = (conditions: PollConditions): NextLook => {
  const { now, lastChangeAt, wokeAt } = conditions;
  const pauses = beatPauses[conditions.beat];
  // Right after wake the first answers can be wrong (claude-code#71757): look, wait, look again.
  if (within(now, wokeAt, justWokeMs)) return { delayMs: 3 * secondsMs, reason: 'just-woke' };
  if (conditions.popoverVisible) return { delayMs: secondsMs, reason: 'popover-visible' };
  if (within(now, lastChangeAt, recentChangeMs)) return { delayMs: 2 * secondsMs, reason: 'recent-change' };
  if (conditions.screenLocked) return { delayMs: pauses.screenLockedMs, reason: 'screen-locked' };
  if (conditions.powerSource === 'battery') return { delayMs: pauses.onBatteryMs, reason: 'on-battery' };
  return { delayMs: pauses.calmMs, reason: 'relaxed' };
};

const processFloorMs = ({ popoverVisible }: PollConditions): number => (popoverVisible ? 3 * secondsMs : processBeatMs);

const within = (now: number, at: number | null, spanMs: number): boolean =>
  at !== null && now >= at && now - at < spanMs;
