import { describe, expect, it } from 'vitest';
import {
  defaultKeepUnlockedChoice,
  type KeepUnlockedLength,
  keepUnlockedRequest,
  keepUnlockedTitle,
  lengthTitle,
  offeredLengths,
} from '../../../electron/core/hold/keep-unlocked-choice';
import { keepUnlockedChoice } from '../../../electron/core/hold/keep-unlocked-schema';

const now = { nowMs: Date.parse('2026-09-10T14:00:00.000Z'), timeZone: 'Europe/Berlin' };

describe('the choice of "Keep Unlocked"', () => {
  it.each([
    [{ kind: 'hours', hours: 1 }, 'Keep Unlocked 1 Hour', { kind: 'at', at: '2026-09-10T15:00:00.000Z' }],
    [{ kind: 'hours', hours: 4 }, 'Keep Unlocked 4 Hours', { kind: 'at', at: '2026-09-10T18:00:00.000Z' }],
    [{ kind: 'tonight' }, 'Keep Unlocked Until Tonight', { kind: 'at', at: '2026-09-10T21:59:00.000Z' }],
    [{ kind: 'back', afterMinutesAway: 15 }, 'Keep Unlocked Until I’m Back', { kind: 'back', afterMinutesAway: 15 }],
  ] satisfies readonly (readonly [KeepUnlockedLength, string, object])[])('%j is "%s"', (length, title, end) => {
    const choice = { ...defaultKeepUnlockedChoice, length };
    expect(keepUnlockedTitle(choice, false)).toBe(title);
    expect(keepUnlockedRequest(choice, '/k', now)).toEqual({
      keychainPaths: ['/k'],
      end,
      keepAwake: false,
      relock: 'as-before',
    });
  });

  it('says that the dialog comes first where the keychain is locked', () => {
    expect(keepUnlockedTitle(defaultKeepUnlockedChoice, true)).toBe('Unlock and Keep Unlocked 4 Hours');
  });

  it('takes its ticks along', () => {
    const ticked = { ...defaultKeepUnlockedChoice, keepAwake: true, lockAtEnd: true };
    expect(keepUnlockedRequest(ticked, '/k', now)).toMatchObject({ keepAwake: true, relock: 'always' });
  });

  it('is four hours until somebody chooses, which the menu offers', () => {
    expect(offeredLengths).toContainEqual(defaultKeepUnlockedChoice.length);
    expect(offeredLengths.map(lengthTitle)).toEqual(['1 Hour', '4 Hours', 'Until Tonight', 'Until I’m Back']);
  });

  it.each([
    ...offeredLengths,
    { kind: 'hours', hours: 24 },
    { kind: 'back', afterMinutesAway: 1 },
    { kind: 'back', afterMinutesAway: 24 * 60 },
  ])('is remembered: %j', (length) => {
    const choice = { ...defaultKeepUnlockedChoice, length };
    expect(keepUnlockedChoice.safeParse(choice)).toMatchObject({ success: true, data: choice });
  });

  it.each([
    { kind: 'hours', hours: 0 },
    { kind: 'hours', hours: 25 },
    { kind: 'hours', hours: 1.5 },
    { kind: 'hours' },
    { kind: 'tonight', hours: 1 },
    { kind: 'back', afterMinutesAway: 0 },
    { kind: 'back', afterMinutesAway: 24 * 60 + 1 },
    { kind: 'until', at: '18:30' },
  ])('is none: %j', (length) => {
    expect(keepUnlockedChoice.safeParse({ ...defaultKeepUnlockedChoice, length }).success).toBe(false);
  });

  it('is remembered with both of its ticks or not at all', () => {
    expect(keepUnlockedChoice.safeParse({ length: { kind: 'tonight' }, keepAwake: true }).success).toBe(false);
  });
});
