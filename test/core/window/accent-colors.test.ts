import { expect, it } from 'vitest';
import { accentColors } from '../../../electron/core/window/accent-colors';

it.each([
  ['blue', '007affff', '#0071ed'],
  ['graphite', '8c8c8cff', '#757575'],
  ['yellow', 'ffc600ff', '#917000'],
  ['purple', 'a550a7ff', '#a550a7'],
  ['black', '000000', '#000000'],
])('macOS’s %s is only as dark as white words need', (_name, system, accent) => {
  expect(accentColors(system)?.accent).toBe(accent);
});

it('is darker while it is pressed', () => {
  expect(accentColors('a550a7ff')?.pressed).toBe('#8c448d');
});

it.each(['', 'blue', '#007aff', '007aff;}', '007af', '007affff0'])('"%s" is no colour', (text) => {
  expect(accentColors(text)).toBeNull();
});
