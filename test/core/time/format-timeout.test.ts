import { describe, expect, it } from 'vitest';
import { formatTimeout, formatTimeoutLabel } from '../../../electron/core/time/format-timeout';

describe('a timeout in words', () => {
  it.each([
    [60, '1 min', '1 minute'],
    [90, '1 min 30 s', '1 minute 30 seconds'],
    [300, '5 min', '5 minutes'],
    [3600, '1 h', '1 hour'],
    [5400, '1 h 30 min', '1 hour 30 minutes'],
    [172_800, '2 d', '2 days'],
    [2_147_483_646, '24855 d 3 h 14 min 6 s', '24855 days 3 hours 14 minutes 6 seconds'],
    [0, '0 s', '0 seconds'],
  ])('%i seconds is "%s" in a sentence and "%s" as a choice', (seconds, inSentence, asChoice) => {
    expect(formatTimeout(seconds)).toBe(inSentence);
    expect(formatTimeoutLabel(seconds)).toBe(asChoice);
  });

  it('no timeout is the choice Never', () => {
    expect(formatTimeoutLabel(null)).toBe('Never');
  });
});
