/**
 * A time as programs write it: ISO 8601, also with a blank for the T, with "UTC" for the Z or without a zone, which is
 * UTC in the files that have it (botocore's older caches, gcloud's databases).
 *
 * @returns milliseconds since 1970; null when it is no time.
 */
export const parseWrittenTime = (value: unknown): number | null => {
  if (typeof value !== 'string' || value.length > 64) return null;
  const [, day, time, zone = ''] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i.exec(value.trim()) ?? [];
  if (day === undefined || time === undefined) return null;
  const offset = /^(?:z|utc|)$/i.test(zone) ? 'Z' : zone.replace(/^(.\d\d):?/, '$1:');
  const at = Date.parse(`${day}T${time.replace(/(\.\d{3})\d+$/, '$1')}${offset}`);
  return Number.isNaN(at) ? null : at;
};

/** Unix seconds, as a number or as digits; to milliseconds. */
export const parseUnixSeconds = (value: unknown): number | null => {
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value;
  return typeof seconds === 'number' && seconds >= 0 && seconds <= 8.64e12 ? Math.round(seconds * 1000) : null;
};
