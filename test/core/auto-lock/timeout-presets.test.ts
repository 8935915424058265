import { describe, expect, it } from 'vitest';
import { timeoutChoices } from '../../../electron/core/auto-lock/timeout-presets';

describe('the choices', () => {
  const usual = [null, 60, 300, 900, 1800, 3600, 14_400, 28_800];

  it.each([null, 60, 300, 28_800])('are the usual ones when the present value %s is among them', (present) => {
    expect(timeoutChoices(present)).toEqual(usual);
  });

  it.each([
    [30, 1],
    [600, 3],
    [86_400, 8],
  ])('hold the unusual present value %i in its place', (present, place) => {
    expect(timeoutChoices(present).indexOf(present)).toBe(place);
    expect(timeoutChoices(present)).toHaveLength(usual.length + 1);
  });
});
