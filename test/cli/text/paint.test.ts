import { expect, it } from 'vitest';
import { paintFor, showableFor } from '../../../electron/cli/text/paint';

const terminal = { isTTY: true };
const hostile = '\u001b[2J\u001b[31mred\u001b[0m\u009b31m\u202e\u001b]0;title\u0007 \u001b[5m\u001b[38;5;1m';

it('lets our own colours through where we paint, and nothing else that drives a terminal', () => {
  const painted = paintFor(terminal, {})('bad', 'locked');
  expect(showableFor(terminal, {})(painted)).toBe(painted);
  expect(showableFor(terminal, {})(hostile).replaceAll('\u001b[31m', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it.each([
  [{ isTTY: false }, {}],
  [terminal, { NO_COLOR: '1' }],
  [terminal, { TERM: 'dumb' }],
])('lets nothing through where nothing is painted: %j with %j', (stream, environment) => {
  expect(showableFor(stream, environment)(`a\n${hostile}`)).toMatch(/^a\n[^\p{Cc}\p{Cf}]*$/u);
});
