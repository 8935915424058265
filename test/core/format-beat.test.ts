import { expect, it } from 'vitest';
import { formatBeat } from '../../electron/core/format-beat';

it.each([
  ['relaxed', 'about 4 times a minute on power, 2 on battery, 1 while'],
  ['normal', 'about 12 times a minute on power, 4 on battery, 2 while'],
  ['quick', 'about 30 times a minute on power, 12 on battery, 4 while'],
] as const)('the pace "%s" says how often it looks', (beat, words) => {
  expect(formatBeat(beat)).toContain(words);
});
