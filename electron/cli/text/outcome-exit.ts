import type { Outcome } from '../../core/outcome';
import { type ExitCode, exitCode } from '../../core/state/exit-code';

/** Nothing went wrong: it was not to be, it waits for somebody, or it was called off. All other codes say that it could not be done. */
const refusals: ReadonlySet<string> = new Set([
  ...['cancelled', 'aborted', 'busy', 'locked', 'wrong-password', 'timeout-out-of-range', 'nothing-to-undo'],
  ...['interaction-not-allowed', 'interaction-required'],
  ...['hold-is-on', 'hold-elsewhere', 'hold-restoring', 'no-hold', 'end-out-of-range', 'nothing-to-decide'],
  ...['duplicate', 'waits-for-unlock', 'waits-for-decision', 'wrong-session', 'no-such-keychain'],
  ...['remote-login-off', 'not-on-the-desktop', 'born-over-ssh', 'no-tmux'],
  // A shell's start-up file that is not ours to touch, or not as it was when its change was shown.
  ...['not-yours', 'open-to-others', 'linked-twice', 'dangling-link', 'write-protected', 'damaged-block'],
  'changed-meanwhile',
]);

/** How every action ends the command line: 0 done, 1 refused, called off or waiting, 70 failed. */
export const exitOf = (outcome: Outcome<unknown>): ExitCode => {
  if (outcome.ok) return exitCode.fine;
  return refusals.has(outcome.code) ? exitCode.warning : exitCode.couldNotLook;
};
