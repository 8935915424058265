import { expect, it } from 'vitest';
import { formatBeat } from '../../../electron/core/look/format-beat';

it.each([
  ['relaxed', 'Uses the least energy: 4 looks a minute on power, 2 on battery.'],
  ['normal', 'Uses little energy: 12 looks a minute on power, 4 on battery.'],
  ['quick', 'Uses the most energy: 30 looks a minute on power, 12 on battery.'],
] as const)('"%s" says what it costs and how often it looks', (beat, words) => {
  expect(formatBeat(beat)).toBe(words);
});
