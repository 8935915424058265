import { expect, it } from 'vitest';
import { walkFrom } from './walks';

/** Fixed, so that a run that was right is right again. `npm run soak` takes new ones. */
const seeds = [20260910, 4, 800, 271828, 31415];
const stepsEach = 2_000;

it.each(seeds)('a random walk over everything that can happen shows what is, from seed %i', async (seed) => {
  const { steps, failure } = await walkFrom(seed, stepsEach);
  expect(failure).toBeNull();
  expect(steps).toBeGreaterThanOrEqual(stepsEach);
});
