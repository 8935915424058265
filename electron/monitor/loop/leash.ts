import type { Scheduler } from './scheduler';

/** How long an expected state may be shown as pending after the action's process has ended; then the truth is shown. */
export const leashMs = 3000;
const lookAgainMs = 250;

/**
 * Looks until what was expected is there or the leash ends, whichever comes first.
 *
 * @returns whether it was there. Reality wins: the last look is what is shown.
 */
export const untilExpected = async (
  scheduler: Scheduler,
  lookNow: () => Promise<void>,
  isThere: () => boolean,
): Promise<boolean> => {
  for (let waitedMs = 0; ; waitedMs += lookAgainMs) {
    await lookNow();
    if (isThere()) return true;
    if (waitedMs >= leashMs) return false;
    await new Promise<void>((resume) => scheduler.after(lookAgainMs, resume));
  }
};
