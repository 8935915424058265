import { type Beat, childLooksMs, fileLooksMs, hiddenLooksMs, hintSettlesMs, promptLooksMs } from './look-intervals';

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
  /** A look costs child processes, because the framework could not be loaded. */
  readonly lookCostsProcess: boolean;
}

export interface NextLook {
  readonly delayMs: number;
  readonly reason: 'just-woke' | 'popover-visible' | 'recent-change' | 'screen-locked' | 'on-battery' | 'relaxed';
}

const justWokeMs = 10_000;
const recentChangeMs = 10_000;

/** How long until the next look at the lock state, and why. A clock that was set back counts as long ago, not as recent. */
export const nextLook = (conditions: PollConditions): NextLook => {
  const look = unhurried(conditions);
  return conditions.lookCostsProcess ? { ...look, delayMs: Math.max(look.delayMs, childFloorMs(look)) } : look;
};

const unhurried = (conditions: PollConditions): NextLook => {
  const { now, lastChangeAt, wokeAt } = conditions;
  const hidden = hiddenLooksMs[conditions.beat];
  // Right after wake the first answers can be wrong (claude-code#71757): look, wait, look again.
  if (within(now, wokeAt, justWokeMs)) return { delayMs: promptLooksMs.justWoke, reason: 'just-woke' };
  if (conditions.popoverVisible) return { delayMs: promptLooksMs.visible, reason: 'popover-visible' };
  if (within(now, lastChangeAt, recentChangeMs)) return { delayMs: promptLooksMs.justChanged, reason: 'recent-change' };
  if (conditions.screenLocked) return { delayMs: hidden.screenLocked, reason: 'screen-locked' };
  if (conditions.powerSource === 'battery') return { delayMs: hidden.onBattery, reason: 'on-battery' };
  return { delayMs: hidden.onPower, reason: 'relaxed' };
};

const childFloorMs = ({ reason }: NextLook): number => {
  if (reason === 'popover-visible') return childLooksMs.visible;
  return reason === 'just-woke' || reason === 'recent-change' ? childLooksMs.justWokeOrChanged : childLooksMs.hidden;
};

const within = (now: number, at: number | null, spanMs: number): boolean =>
  at !== null && now >= at && now - at < spanMs;

/**
 * How long until the files that a hint has named are compared.
 *
 * @param lastAt when that was done last, in milliseconds since 1970; null: never.
 */
export const nextFileLookMs = (now: number, lastAt: number | null, popoverVisible: boolean): number => {
  const spanMs = popoverVisible ? fileLooksMs.visible : fileLooksMs.hidden;
  const sinceMs = lastAt === null || now < lastAt ? spanMs : now - lastAt;
  return Math.max(hintSettlesMs, spanMs - sinceMs);
};
