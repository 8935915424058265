import type { Outcome } from '../../core/outcome';
import type { ExitCode } from '../../core/state/exit-code';
import { formatOutsideText } from '../../core/text/format-outside-text';
import { exitOf } from '../text/outcome-exit';
import { type Terminal, typedIn } from '../text/terminal';

/** Says what came of it and turns it into an exit code: 0 done, 1 refused or waiting, 70 failed. */
export const told = (outcome: Outcome<void>, done: string, terminal: Terminal): ExitCode => {
  terminal.tell(outcome.ok ? done : formatOutsideText(outcome.reason));
  if (!outcome.ok && outcome.code === 'waits-for-decision')
    terminal.tell(`See ${typedIn(terminal)} hold for the two answers.`);
  return exitOf(outcome);
};
