import { failure, type Outcome, success } from '../outcome';
import { parseLength } from '../time/parse-length';
import { maximumIdleTimeoutSeconds, minimumIdleTimeoutSeconds } from './auto-lock';

/**
 * Reads a timeout as people type it: `never`, `90s`, `15m`, `1h30m`, `2d`.
 *
 * @returns seconds, null for never. A bare number is refused: nobody agrees on its unit.
 */
export const parseIdleTimeout = (text: string): Outcome<number | null, 'not-a-timeout'> => {
  if (text === 'never') return success(null);
  const seconds = parseLength(text);
  if (seconds === null) {
    return failure(
      'not-a-timeout',
      `“${text}” is no timeout. Write a number with its unit, such as 15m or 1h30m, or never.`,
    );
  }
  if (seconds < minimumIdleTimeoutSeconds) return failure('not-a-timeout', 'The shortest timeout is 60s.');
  if (seconds > maximumIdleTimeoutSeconds)
    return failure('not-a-timeout', 'That is longer than macOS can keep; write never.');
  return success(seconds);
};
