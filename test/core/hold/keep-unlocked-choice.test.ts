import { describe, expect, it } from 'vitest';
import {
  defaultKeepUnlockedChoice,
  type KeepUnlockedLength,
  keepUnlockedRequest,
  keepUnlockedTitle,
  offeredLengths,
} from '../../../electron/core/hold/keep-unlocked-choice';

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
  });
});
