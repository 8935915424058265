import { describe, expect, it } from 'vitest';
import { type Asked, meaningOfRefusal, type RefusalMeaning } from '../../../electron/core/keychain/refusal';

describe('a refusal of macOS to use a keychain without asking', () => {
  it.each<[Asked, 'locked' | 'unlocked' | 'unknown', RefusalMeaning]>([
    ['item', 'locked', 'locked'],
    ['item', 'unlocked', 'not-allowed'],
    ['item', 'unknown', 'cannot-tell'],
    ['settings', 'locked', 'locked'],
    ['settings', 'unlocked', 'not-allowed'],
    ['settings', 'unknown', 'locked'],
  ])('asked for the %s of one that is %s there means: %s', (asked, state, meaning) => {
    expect(meaningOfRefusal(asked, state)).toBe(meaning);
  });
});
