import type { RemovablePart, Removal, RemovedPart } from '../words/removal';

const done: Readonly<Record<RemovablePart, (what: string) => string>> = {
  hold: () => 'Nothing is kept unlocked any more, and the settings are what they were before.',
  'launch-agent': (what) => `Removed the LaunchAgent ${what}.`,
  'shell-lines': (what) => `Took the shell helper’s lines out of ${what}.`,
  'command-link': (what) => `Removed the link ${what}.`,
  'login-item': () => 'Latchkey is no longer opened at login.',
  'support-folder': (what) => `Erased ${what}, with settings and history.`,
};

/** One sentence about each thing that was found. */
export const formatRemovedPart = ({ part, what, outcome }: RemovedPart): string => {
  if (outcome.kind === 'removed') return done[part](what);
  return outcome.kind === 'kept' ? `Kept ${what}. ${outcome.reason}` : `Still there: ${what}. ${outcome.reason}`;
};

/** What stands under the list: what it comes to, and what is left for a person to do. */
export const formatRemoval = ({ parts, isStopped }: Removal): string => {
  if (isStopped) return 'Nothing else was taken out: what is to be put back must not get lost.';
  if (parts.every(({ outcome }) => outcome.kind === 'kept')) return 'Nothing of Latchkey was found to take out.';
  if (parts.some(({ outcome }) => outcome.kind === 'failed')) return 'Some of it is still there.';
  return 'Move Latchkey to the Trash to finish. A login item goes with it.';
};
