import { expect, it } from 'vitest';
import { exitOf } from '../../electron/cli/text/outcome-exit';
import { failure, success } from '../../electron/core/outcome';

it.each([
  ['hold-is-on', 1],
  ['cancelled', 1],
  ['locked', 1],
  ['busy', 1],
  ['not-on-the-desktop', 1],
  ['remote-login-off', 1],
  ['lock-state-unknown', 70],
  ['timed-out', 70],
  ['not-as-expected', 70],
])('what fails as %s ends with %i', (code, exit) => expect(exitOf(failure(code, ''))).toBe(exit));

it('what is done ends with 0', () => expect(exitOf(success(null))).toBe(0));
