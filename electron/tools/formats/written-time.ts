import { outsideMoment } from '../../core/time/outside-numbers';

/**
 * A time as programs write it: ISO 8601, also with a blank for the T, with "UTC" for the Z or without a zone, which is
 * UTC in the files that have it (botocore's older caches, gcloud's databases).
 *
 * @returns milliseconds since 1970; null when it is no time, or none that anything could end at (`0001-01-01` is Go's for none).
 */
export const parseWrittenTime = (value: unknown): number | null => {
  if (typeof value !== 'string' || value.length > 64) return null;
  const [, day, time, zone = ''] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d+)?)\s*(Z|UTC|[+-]\d\d:?\d\d)?$/i.exec(value.trim()) ?? [];
  if (day === undefined || time === undefined) return null;
  const offset = /^(?:z|utc|)$/i.test(zone) ? 'Z' : zone.replace(/^(.\d\d):?/, '$1:');
  return outsideMoment(Date.parse(`${day}T${time.replace(/(\.\d{3})\d+$/, '$1')}${offset}`));
};

/** A day as programs write it (`2026-12-01`): its end, in milliseconds since 1970 and by UTC; null when it is none. */
export const parseWrittenDay = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? outsideMoment(Date.parse(`${value}T23:59:59Z`)) : null;
