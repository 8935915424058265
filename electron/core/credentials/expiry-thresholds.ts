import type { Credential, ExpiryOf } from '../words/credential';

/** How long before an end it is told of, in whole minutes, the earliest first. None: only the end itself is told. */
export type LeadMinutes = readonly number[];

/**
 * What the user is told of ahead of time. An access token that nothing renews goes with the sessions: it lives for hours
 * only, and days ahead it would be about to end all its life.
 */
export interface ExpiryThresholds {
  readonly login: LeadMinutes;
  readonly session: LeadMinutes;
  readonly certificate: LeadMinutes;
}

export type ThresholdKind = keyof ExpiryThresholds;

const dayMinutes = 24 * 60;
const minuteMs = 60_000;
const mostLeads = 4;
const longestLeadMinutes = 366 * dayMinutes;

export const defaultExpiryThresholds: ExpiryThresholds = {
  login: [3 * dayMinutes, dayMinutes],
  session: [30],
  certificate: [30 * dayMinutes, 7 * dayMinutes],
};

/** Whether a value from outside can be lead times: a few whole minutes, at most a year, each shorter than the one before. */
export const areLeadMinutes = (value: unknown): value is LeadMinutes =>
  Array.isArray(value) &&
  value.length <= mostLeads &&
  value.every(
    (lead, index) =>
      Number.isInteger(lead) && lead >= 1 && lead <= longestLeadMinutes && (index === 0 || lead < value[index - 1]),
  );

const kindOf = (of: ExpiryOf): ThresholdKind => (of === 'access-token' ? 'session' : of);

/**
 * How soon is soon: what a tool has found to be good is `expiring` once the first of its lead times has come. What
 * something renews by itself has an end that is no news.
 *
 * @param now milliseconds since 1970.
 */
export const withThresholds = (credential: Credential, thresholds: ExpiryThresholds, now: number): Credential => {
  const { status, expiry } = credential;
  if (expiry === null || expiry.isRenewed || (status !== 'valid' && status !== 'renews-itself')) return credential;
  const [earliest] = thresholds[kindOf(expiry.of)];
  const aheadMs = Date.parse(expiry.at) - now;
  const isSoon = earliest !== undefined && aheadMs > 0 && aheadMs <= earliest * minuteMs;
  return isSoon ? { ...credential, status: 'expiring' } : credential;
};

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
export const expiryStage = (
  { status, expiry }: Pick<Credential, 'status' | 'expiry'>,
  thresholds: ExpiryThresholds,
  now: number,
): ExpiryStage => {
  const leads = leadsOf(expiry, thresholds);
  if (status === 'expired') return { order: leads.length + 1, words: 'has ended' };
  if (status !== 'expiring' || leads.length === 0) return { order: 0, words: '' };
  const aheadMs = expiry === null ? Number.NaN : Date.parse(expiry.at) - now;
  const passed = leads.filter((lead) => aheadMs <= lead * minuteMs);
  const nearest = passed.at(-1);
  return { order: Math.max(passed.length, 1), words: nearest === undefined ? 'ends soon' : `ends ${within(nearest)}` };
};

/** The lead times that count for what ends. */
export const leadsOf = (expiry: Credential['expiry'], thresholds: ExpiryThresholds): LeadMinutes =>
  thresholds[kindOf(expiry?.of ?? 'login')];

/** "within a day", "within 30 minutes" */
const within = (lead: number): string => {
  const [count, unit] = inLargestUnit(lead);
  if (count > 1) return `within ${count} ${unit}s`;
  return `within ${unit === 'hour' ? 'an' : 'a'} ${unit}`;
};

/** 4320 minutes are 3 days, 90 stay 90 minutes. */
export const inLargestUnit = (minutes: number): readonly [count: number, unit: 'day' | 'hour' | 'minute'] => {
  if (minutes % dayMinutes === 0) return [minutes / dayMinutes, 'day'];
  return minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
};
