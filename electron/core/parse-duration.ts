import { maximumIdleTimeoutSeconds, minimumIdleTimeoutSeconds } from './auto-lock';
import { failure, type Outcome, success } from './outcome';

const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * Reads a timeout as people type it: `never`, `90s`, `15m`, `1h`, `2d`.
 *
 * @returns seconds, null for never. A bare number is refused: nobody agrees on its unit.
 */
export const parseIdleTimeout = (text: string): Outcome<number | null, 'not-a-timeout'> => {
  if (text === 'never') return success(null);
  const [, digits, unit] = /^(\d{1,10})([smhd])$/.exec(text) ?? [];
  const seconds = digits && unit ? Number(digits) * (unitSeconds[unit] ?? Number.NaN) : Number.NaN;
  if (Number.isNaN(seconds)) {
    return failure(
      'not-a-timeout',
      `“${text}” is no timeout. Write a number with its unit, such as 15m or 1h, or never.`,
    );
  }
  if (seconds < minimumIdleTimeoutSeconds) return failure('not-a-timeout', 'The shortest timeout is 60s.');
  if (seconds > maximumIdleTimeoutSeconds)
    return failure('not-a-timeout', 'That is longer than macOS can keep; write never.');
  return success(seconds);
};
