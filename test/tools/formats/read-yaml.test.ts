import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readYaml } from '../../../electron/tools/formats/read-yaml';
import { leastProcessorMs } from '../../processor-time';

const core = { schema: 'core' } as const;

describe('YAML', () => {
  it.each([
    ['nothing', ''],
    ['maps and lists', 'a:\n  - b: 1\n    c: [x, {y: z}]\n  - "d"\n'],
    ['JSON', '{"a": [1, 2, {"b": null}]}'],
    ['an alias', 'a: &x {b: 1}\nc: *x\n'],
    ['long texts', 'a: |\n  [\n  {\nb: >-\n  folded\n  text\nc: "[[["\n'],
    ['a comment', '# [[[[\na: b # {{{\n'],
    ['one document with its marks', '---\na: b\n...\n'],
  ])('is read as the library reads it: %s', (_what, text) => {
    expect(readYaml(text, core)).toEqual({ ok: true, value: parse(text) });
  });

  it.each([
    ['two documents', 'a: b\n---\nc: d\n'],
    ['a text that is cut short', 'a: "b'],
    ['an alias of nothing', 'a: *x\n'],
    ['more aliases than anybody needs', `a: &a [1]\nb: &b [${'*a,'.repeat(30)}]\nc: [${'*b,'.repeat(30)}]\n`],
    ['lists within lists', '['.repeat(100) + ']'.repeat(100)],
    ['lists within lists, hidden behind comments', '[ # ]\n'.repeat(100) + ']'.repeat(100)],
    ['blocks within blocks', Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
    ['entries of entries', '- '.repeat(100)],
    ['keys of keys', '? '.repeat(100)],
  ])('is none that is read where it is %s, and quotes nothing', (_what, text) => {
    expect(readYaml(text, core)).toMatchObject({ ok: false, code: 'no-yaml' });
  });

  it('has no more trouble with 65,536 brackets than with the sixty that may be', () => {
    const few = '['.repeat(60) + ']'.repeat(60);
    const allowedMs = leastProcessorMs(3, () => Array.from({ length: 100 }, () => readYaml(few, core)));
    expect(leastProcessorMs(3, () => readYaml('['.repeat(65_536), core))).toBeLessThan(allowedMs);
  });

  it('takes twice as long for twice the keys, not four times', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: v\n`).join('');
    const [some, twice] = [keys(4_000), keys(8_000)];
    const growth = Math.min(
      ...[1, 2, 3].map(
        () => leastProcessorMs(2, () => readYaml(twice, core)) / leastProcessorMs(2, () => readYaml(some, core)),
      ),
    );
    expect(growth).toBeLessThan(3);
  });
});
