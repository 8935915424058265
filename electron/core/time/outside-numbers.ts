/** The last millisecond of the year 9999: what claims to be later is no time, and cannot be written with four digits. */
const latestMs = Date.UTC(10_000, 0, 1) - 1;

/** A moment that something outside has told, in milliseconds since 1970; null for what is no time between then and the year 9999. */
export const outsideMoment = (ms: unknown): number | null => {
  if (typeof ms !== 'number' || !(ms >= 0)) return null;
  const whole = Math.round(ms);
  return whole <= latestMs ? whole : null;
};

/** The same of whole or broken seconds, as a number or as digits. */
export const outsideSeconds = (seconds: unknown): number | null => {
  const value = typeof seconds === 'string' ? outsideInteger(seconds, 0, latestMs / 1000) : seconds;
  return typeof value === 'number' ? outsideMoment(value * 1000) : null;
};

/** Digits that something outside has printed; null where they are anything else, or no whole number in the range. */
export const outsideInteger = (digits: string | undefined, least: number, most: number): number | null => {
  if (digits === undefined || !/^\d{1,15}$/.test(digits)) return null;
  const value = Number(digits);
  return value >= least && value <= most ? value : null;
};

/** Linux counts to 4194304, macOS to 99999. 0 is the kernel. */
export const outsidePid = (digits: string | undefined): number | null => outsideInteger(digits, 0, 4_194_304);

/** 32 bits; `nobody` is -2, which is printed as 4294967294. */
export const outsideUid = (digits: string | undefined): number | null => outsideInteger(digits, 0, 0xffff_ffff);

export const outsidePort = (digits: string | undefined): number | null => outsideInteger(digits, 0, 0xffff);

/** Not far before the year 0: within what a Date holds. */
const earliestMs = -latestMs;

/**
 * A moment as the snapshot tells it, ISO 8601 in UTC. This is the one place that writes one, since `toISOString` throws for
 * what is no time: here the range is kept as the last resort. What comes from outside has been through `outsideMoment`.
 */
export const isoTime = (ms: number): string =>
  new Date(Number.isNaN(ms) ? 0 : Math.min(Math.max(ms, earliestMs), latestMs)).toISOString();
