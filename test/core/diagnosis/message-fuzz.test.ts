import { describe, expect, it } from 'vitest';
import { fuzzFrom } from './fuzzed';

/** Fixed, so that a run that was right is right again. `npm run soak -- diagnosis` takes a new one, and a million texts. */
const seed = 25308;
const texts = 4_000;

describe('texts that nobody has written', () => {
  const fuzzed = fuzzFrom(seed, texts);

  it('cost little, each of them, and come to an answer', () => {
    expect(fuzzed.failure).toBeNull();
    expect(fuzzed.texts).toBe(texts);
  });

  it('and that tell of no trouble are no message', () => {
    expect(fuzzed.noise).toBeGreaterThan(texts / 3);
    expect(fuzzed.mistaken).toEqual([]);
  });
});
