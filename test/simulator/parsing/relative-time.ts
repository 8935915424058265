const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const relative = /^@(now|iso)(?:([+-]\d+(?:\.\d+)?)([smhd]))?$/;

/** @returns milliseconds since 1970 of `@now`, `@now+2d`, `@iso-90m`, …; null for anything else. */
const relativeMs = (text: string, nowMs: number): number | null => {
  const match = relative.exec(text);
  if (!match) return null;
  const unit = match[3] as keyof typeof unitMs | undefined;
  return Math.round(nowMs + (unit === undefined ? 0 : Number(match[2]) * unitMs[unit]));
};

/**
 * A moment as a scenario may write it: ISO 8601, `@now-2h`, or a number (seconds since 1970 below 10^11, else
 * milliseconds).
 *
 * @returns milliseconds since 1970, null when it is none of these.
 */
export const timeFrom = (value: unknown, nowMs: number): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? (value < 1e11 ? value * 1000 : value) : null;
  if (typeof value !== 'string') return null;
  const parsed = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(parsed) ? relativeMs(value, nowMs) : parsed;
};

/** Replaces, at any depth, the text `@now+2d` by a number of milliseconds and `@iso+2d` by an ISO 8601 time. */
export const withRelativeTimes = (value: unknown, nowMs: number): unknown => {
  if (typeof value === 'string') {
    const ms = relativeMs(value, nowMs);
    if (ms === null) return value;
    return value.startsWith('@iso') ? new Date(ms).toISOString() : ms;
  }
  if (Array.isArray(value)) return value.map((element) => withRelativeTimes(element, nowMs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withRelativeTimes(member, nowMs)]));
};
