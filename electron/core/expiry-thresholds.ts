import type { Credential, ExpiryOf } from './snapshot';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

interface Threshold {
  readonly aheadMs: number;
  readonly words: string;
}

const halfAnHour: Threshold = { aheadMs: 30 * minuteMs, words: 'within 30 minutes' };

/**
 * How long before its end each kind is told of, the earliest first. An access token that nothing renews lives for hours
 * only, as a session does: days ahead, it would be about to end all its life.
 */
const thresholds: Readonly<Record<ExpiryOf, readonly [Threshold, ...Threshold[]]>> = {
  login: [
    { aheadMs: 3 * dayMs, words: 'within 3 days' },
    { aheadMs: dayMs, words: 'within a day' },
  ],
  'access-token': [halfAnHour],
  session: [halfAnHour],
  certificate: [
    { aheadMs: 30 * dayMs, words: 'within 30 days' },
    { aheadMs: 7 * dayMs, words: 'within 7 days' },
  ],
};

/** How long before its end it counts as ending soon, in milliseconds. */
export const endsSoonMs = (of: ExpiryOf): number => thresholds[of][0].aheadMs;

/** How near its end something is. */
export interface ExpiryStage {
  /** 0: nothing to tell. Each threshold that was passed makes it one more, and so does the end. */
  readonly order: number;
  /** What it does, in words that stay true as time passes: "ends within a day", "has ended". */
  readonly words: string;
}

/**
 * The status decides whether there is something to tell, for what renews itself has an end too; the moment tells how much.
 *
 * @param now milliseconds since 1970.
 */
export const expiryStage = ({ status, expiry }: Pick<Credential, 'status' | 'expiry'>, now: number): ExpiryStage => {
  const steps = thresholds[expiry?.of ?? 'login'];
  if (status === 'expired') return { order: steps.length + 1, words: 'has ended' };
  if (status !== 'expiring') return { order: 0, words: '' };
  const aheadMs = expiry === null ? Number.NaN : Date.parse(expiry.at) - now;
  const passed = steps.filter((step) => aheadMs <= step.aheadMs);
  return { order: Math.max(passed.length, 1), words: `ends ${passed.at(-1)?.words ?? 'soon'}` };
};
