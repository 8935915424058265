import { type ExitCode, exitCode } from '../core/exit-code';
import { formatOutsideText } from '../core/format-outside-text';
import type { Outcome } from '../core/outcome';
import type { Terminal } from './terminal';

/** Nothing went wrong: it was not to be, or it waits for somebody. */
const refusals: readonly string[] = [
  ...['cancelled', 'aborted', 'busy', 'no-hold', 'wrong-session', 'nothing-to-decide', 'no-such-keychain'],
  ...['hold-is-on', 'hold-elsewhere', 'hold-restoring', 'end-out-of-range', 'waits-for-unlock', 'waits-for-decision'],
];

/** Says what came of it and turns it into an exit code: 0 done, 1 refused or waiting, 70 failed. */
export const told = (outcome: Outcome<void>, done: string, terminal: Terminal): ExitCode => {
  terminal.tell(outcome.ok ? done : formatOutsideText(outcome.reason));
  if (!outcome.ok && outcome.code === 'waits-for-decision') terminal.tell('See latchkey hold for the two answers.');
  if (outcome.ok) return exitCode.fine;
  return refusals.includes(outcome.code) ? exitCode.warning : exitCode.couldNotLook;
};
