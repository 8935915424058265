import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../electron/core/text/json';
import { leastProcessorMs } from '../../processor-time';

const nested = (depth: number, inside = '1') => `${'['.repeat(depth)}${inside}${']'.repeat(depth)}`;

describe('a text as JSON', () => {
  it('is read with whatever brackets are in its texts', () => {
    const value = { a: `${'['.repeat(9_000)}"`, b: ['\\', '{'.repeat(9_000), { c: '\\"' }] };
    expect(parseJson(JSON.stringify(value))).toEqual(value);
  });

  it('is none where it is nested as nothing is', () => {
    expect(parseJson(nested(200, `"${'x'.repeat(9_000)}"`))).toBeDefined();
    expect(parseJson(nested(300, `"${'x'.repeat(9_000)}"`))).toBeUndefined();
    expect(parseJson(`[${'{"a":'.repeat(9_000)}`)).toBeUndefined();
  });

  it('costs little though it is nothing but brackets: less than as many numbers', () => {
    const numbers = `[${'1,'.repeat(1_000_000)}1]`;
    const costMs = leastProcessorMs(3, () => parseJson('['.repeat(2_000_000)));
    expect(costMs).toBeLessThan(leastProcessorMs(3, () => parseJson(numbers)));
  });
});
