import { expect, it } from 'vitest';
import { parseJson } from '../../../electron/core/text/json';
import { leastProcessorMs } from '../../processor-time';

it('a text as JSON costs little though it is nothing but brackets: less than as many numbers', () => {
  const numbers = `[${'1,'.repeat(1_000_000)}1]`;
  const costMs = leastProcessorMs(3, () => parseJson('['.repeat(2_000_000)));
  expect(costMs).toBeLessThan(leastProcessorMs(3, () => parseJson(numbers)));
});
