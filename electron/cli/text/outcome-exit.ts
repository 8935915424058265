import type { Outcome } from '../../core/outcome';
import { type ExitCode, exitCode } from '../../core/state/exit-code';

/** Nothing went wrong: it was not to be, it waits for somebody, or it was called off. */
const refusals: ReadonlySet<string> = new Set([
  ...['cancelled', 'aborted', 'busy', 'locked', 'wrong-password', 'timeout-out-of-range', 'nothing-to-undo'],
  ...[
    'hold-is-on',
    'hold-elsewhere',
    'hold-restoring',
    'no-hold',
    'end-out-of-range',
    'nothing-to-decide',
    'duplicate',
  ],
  ...['waits-for-unlock', 'waits-for-decision', 'wrong-session', 'no-such-keychain'],
  ...['remote-login-off', 'not-on-the-desktop', 'born-over-ssh', 'no-tmux'],
]);

/** How every action ends the command line: 0 done, 1 refused, called off or waiting, 70 failed. */
export const exitOf = (outcome: Outcome<unknown>): ExitCode => {
  if (outcome.ok) return exitCode.fine;
  return refusals.has(outcome.code) ? exitCode.warning : exitCode.couldNotLook;
};
